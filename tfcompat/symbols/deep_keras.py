"""Where the insides of TensorFlow 1's Keras are in Keras 2 (tf_keras); see `deep.py` for the form of the rows.

TensorFlow 2.21 still holds a stale copy of Keras under `tensorflow.python.keras`, whose classes are other classes than
`tf.keras` has; these rows see to it that both imports mean the same class, as in TensorFlow 1.
"""

MODULES: dict[str, str] = {
    "tensorflow.python.keras.datasets.cifar": "tf_keras.src.datasets.cifar",
    "tensorflow.python.keras.engine.data_adapter": "tf_keras.src.engine.data_adapter",
    "tensorflow.python.keras.engine.input_spec": "tf_keras.src.engine.input_spec",
    "tensorflow.python.keras.engine.node": "tf_keras.src.engine.node",
    "tensorflow.python.keras.layers.kernelized": "tf_keras.src.layers.kernelized",
    "tensorflow.python.keras.utils.conv_utils": "tf_keras.src.utils.conv_utils",
}

ROWS: dict[str, dict[str, str]] = {
    "tensorflow.python.keras": {
        "tf.keras": "Input Model Sequential",
    },
    "tensorflow.python.keras.activations": {
        "tf.keras.activations": (
            "deserialize elu exponential get hard_sigmoid linear relu selu serialize sigmoid softmax softplus "
            "softsign tanh"
        ),
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
    },
    "tensorflow.python.keras.applications": {
        "tf.keras.applications": (
            "DenseNet121 DenseNet169 DenseNet201 InceptionResNetV2 InceptionV3 MobileNet MobileNetV2 NASNetLarge "
            "NASNetMobile ResNet101 ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2 VGG16 VGG19 Xception"
        ),
        "tf.keras.applications.imagenet_utils": "decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.densenet": {
        "tf.keras.applications.densenet": "DenseNet121 DenseNet169 DenseNet201 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.imagenet_utils": {
        "tf.keras.applications.imagenet_utils": "decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.inception_resnet_v2": {
        "tf.keras.applications.inception_resnet_v2": "InceptionResNetV2 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.inception_v3": {
        "tf.keras.applications.inception_v3": "InceptionV3 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.mobilenet": {
        "tf.keras.applications.mobilenet": "MobileNet decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.mobilenet_v2": {
        "tf.keras.applications.mobilenet_v2": "MobileNetV2 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.nasnet": {
        "tf.keras.applications.nasnet": "NASNetLarge NASNetMobile decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.resnet": {
        "tf.keras.applications.resnet": "ResNet101 ResNet152 ResNet50 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.resnet_v2": {
        "tf.keras.applications.resnet_v2": "ResNet101V2 ResNet152V2 ResNet50V2 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.vgg16": {
        "tf.keras.applications.vgg16": "VGG16 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.vgg19": {
        "tf.keras.applications.vgg19": "VGG19 decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.applications.xception": {
        "tf.keras.applications.xception": "Xception decode_predictions preprocess_input",
    },
    "tensorflow.python.keras.backend": {
        "tf.keras.backend": (
            "abs all any arange argmax argmin backend batch_dot batch_flatten batch_get_value batch_normalization "
            "batch_set_value bias_add binary_crossentropy cast cast_to_floatx categorical_crossentropy "
            "clear_session clip concatenate constant conv1d conv2d conv2d_transpose conv3d cos count_params "
            "ctc_batch_cost ctc_decode ctc_label_dense_to_sparse cumprod cumsum dot dropout dtype elu epsilon "
            "equal eval exp expand_dims eye flatten floatx foldl foldr function gather get_session get_uid "
            "get_value gradients greater greater_equal hard_sigmoid image_data_format in_test_phase in_top_k "
            "in_train_phase int_shape is_sparse l2_normalize learning_phase learning_phase_scope less less_equal "
            "local_conv1d local_conv2d log manual_variable_initialization map_fn max maximum mean min minimum "
            "moving_average_update name_scope ndim normalize_batch_in_training not_equal one_hot ones ones_like "
            "permute_dimensions placeholder pool2d pool3d pow print_tensor prod random_binomial random_normal "
            "random_normal_variable random_uniform random_uniform_variable relu repeat repeat_elements reset_uids "
            "reshape resize_images resize_volumes reverse rnn round separable_conv2d set_epsilon set_floatx "
            "set_image_data_format set_learning_phase set_session set_value shape sigmoid sign sin softmax "
            "softplus softsign sparse_categorical_crossentropy spatial_2d_padding spatial_3d_padding sqrt square "
            "squeeze stack std stop_gradient sum switch tanh temporal_padding tile to_dense transpose "
            "truncated_normal update update_add update_sub var variable zeros zeros_like"
        ),
        "tf_keras.src.backend": (
            "GraphExecutionFunction configure_and_create_distributed_session conv3d_transpose depthwise_conv2d "
            "eager_learning_phase_scope get_default_graph_uid_map get_default_session_config get_graph "
            "global_learning_phase_is_set identity is_keras_tensor is_placeholder is_tpu_strategy local_conv "
            "logsumexp separable_conv1d symbolic_learning_phase track_tf_optimizer track_variable "
            "unique_object_name"
        ),
    },
    "tensorflow.python.keras.callbacks": {
        "tf.keras.callbacks": (
            "BaseLogger CSVLogger Callback EarlyStopping History LambdaCallback LearningRateScheduler "
            "ModelCheckpoint ProgbarLogger ReduceLROnPlateau RemoteMonitor TensorBoard TerminateOnNaN"
        ),
        "tf.keras.utils": "Progbar Sequence",
        "tf_keras.src.callbacks": "CallbackList configure_callbacks make_logs set_callback_parameters",
    },
    "tensorflow.python.keras.constraints": {
        "tf.keras.constraints": (
            "Constraint MaxNorm MinMaxNorm NonNeg RadialConstraint UnitNorm deserialize get max_norm "
            "maxnorm=MaxNorm min_max_norm non_neg nonneg=NonNeg radial_constraint serialize unit_norm "
            "unitnorm=UnitNorm"
        ),
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
    },
    "tensorflow.python.keras.datasets.boston_housing": {
        "tf.keras.datasets.boston_housing": "load_data",
        "tf.keras.utils": "get_file",
    },
    "tensorflow.python.keras.datasets.cifar10": {
        "tf.keras.datasets.cifar10": "load_data",
        "tf.keras.utils": "get_file",
        "tf_keras.src.datasets.cifar10": "load_batch",
    },
    "tensorflow.python.keras.datasets.cifar100": {
        "tf.keras.datasets.cifar100": "load_data",
        "tf.keras.utils": "get_file",
        "tf_keras.src.datasets.cifar100": "load_batch",
    },
    "tensorflow.python.keras.datasets.fashion_mnist": {
        "tf.keras.datasets.fashion_mnist": "load_data",
        "tf.keras.utils": "get_file",
    },
    "tensorflow.python.keras.datasets.imdb": {
        "tf.keras.datasets.imdb": "get_word_index load_data",
        "tf.keras.utils": "get_file",
    },
    "tensorflow.python.keras.datasets.mnist": {
        "tf.keras.datasets.mnist": "load_data",
        "tf.keras.utils": "get_file",
    },
    "tensorflow.python.keras.datasets.reuters": {
        "tf.keras.datasets.reuters": "get_word_index load_data",
        "tf.keras.utils": "get_file",
    },
    "tensorflow.python.keras.engine": {
        "tf.keras": "Input",
        "tf.keras.layers": "InputLayer Layer",
        "tf.keras.utils": "get_source_inputs",
        "tf_keras.src.engine.input_spec": "InputSpec",
    },
    "tensorflow.python.keras.engine.base_layer": {
        "tf.keras.layers": "Layer",
        "tf.keras.utils": "serialize_keras_object",
        "tf_keras.src.engine.base_layer": (
            "AddLoss AddMetric TensorFlowOpLayer is_tensor_or_tensor_list to_snake_case"
        ),
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.engine.node": "KerasHistory",
    },
    "tensorflow.python.keras.engine.base_layer_utils": {
        "tf_keras.src.engine.base_layer_utils": (
            "CallContext call_context check_graph_consistency collect_previous_mask create_keras_history "
            "create_mean_metric disable_v2_dtype_behavior enable_v2_dtype_behavior from_saved_model "
            "generate_placeholders_from_shape have_all_keras_metadata is_in_eager_or_tf_function "
            "is_in_keras_graph is_in_tf_function is_subclassed make_variable mark_as_return mark_checked "
            "needs_keras_history training_arg_passed_to_call uses_keras_history v2_dtype_behavior_enabled"
        ),
        "tf_keras.src.utils.generic_utils": "default",
    },
    "tensorflow.python.keras.engine.input_layer": {
        "tf.keras": "Input",
        "tf.keras.layers": "InputLayer",
    },
    "tensorflow.python.keras.engine.network": {
        "tf_keras.src.engine.functional": "Network=Functional",
        "tf_keras.src.utils.io_utils": "ask_to_proceed_with_overwrite",
    },
    "tensorflow.python.keras.engine.saving": {
        "tf.keras.models": "load_model model_from_config model_from_json model_from_yaml save_model",
        "tf_keras.src.saving.legacy.hdf5_format": (
            "load_attributes_from_hdf5_group load_model_from_hdf5 load_weights_from_hdf5_group "
            "load_weights_from_hdf5_group_by_name preprocess_weights_for_loading save_attributes_to_hdf5_group "
            "save_model_to_hdf5 save_weights_to_hdf5_group"
        ),
        "tf_keras.src.saving.legacy.saving_utils": "trace_model_call",
    },
    "tensorflow.python.keras.engine.sequential": {
        "tf.keras": "Sequential",
    },
    "tensorflow.python.keras.engine.training": {
        "tf.keras": "Model",
        "tf_keras.src.engine.training_v1": "DistributedCallbackModel",
    },
    "tensorflow.python.keras.initializers": {
        "tf.keras.initializers": (
            "Constant Identity Ones Orthogonal RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros "
            "constant deserialize get glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal "
            "lecun_uniform normal ones orthogonal random_normal random_uniform serialize truncated_normal uniform "
            "zeros"
        ),
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
    },
    "tensorflow.python.keras.layers": {
        "tf.keras.experimental": "PeepholeLSTMCell",
        "tf.keras.layers": (
            "AbstractRNNCell Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention "
            "Average AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D "
            "BatchNormalization Bidirectional Concatenate Conv1D Conv2D Conv2DTranspose Conv3D Conv3DTranspose "
            "ConvLSTM2D Convolution1D Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose "
            "Cropping1D Cropping2D Cropping3D CuDNNGRU CuDNNLSTM Dense DepthwiseConv2D Dot Dropout ELU Embedding "
            "Flatten GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D "
            "GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D "
            "GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D Input "
            "InputLayer InputSpec LSTM LSTMCell Lambda Layer LayerNormalization LeakyReLU LocallyConnected1D "
            "LocallyConnected2D Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D "
            "Maximum Minimum Multiply PReLU Permute RNN ReLU RepeatVector Reshape SeparableConv1D SeparableConv2D "
            "SeparableConvolution1D SeparableConvolution2D SimpleRNN SimpleRNNCell Softmax SpatialDropout1D "
            "SpatialDropout2D SpatialDropout3D StackedRNNCells Subtract ThresholdedReLU TimeDistributed "
            "UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D add average "
            "concatenate deserialize dot maximum minimum multiply serialize subtract"
        ),
        "tf_keras.src.layers": (
            "BatchNormalizationV2 DeviceWrapper DropoutWrapper RandomFourierFeatures ResidualWrapper"
        ),
    },
    "tensorflow.python.keras.layers.advanced_activations": {
        "tf.keras.layers": "ELU Layer LeakyReLU PReLU ReLU Softmax ThresholdedReLU",
        "tf_keras.src.engine.input_spec": "InputSpec",
    },
    "tensorflow.python.keras.layers.convolutional": {
        "tf.keras.layers": (
            "AveragePooling1D AveragePooling2D AveragePooling3D Conv1D Conv2D Conv2DTranspose Conv3D "
            "Conv3DTranspose Convolution1D Convolution2D Convolution2DTranspose Convolution3D "
            "Convolution3DTranspose Cropping1D Cropping2D Cropping3D Deconv2D=Conv2DTranspose "
            "Deconv3D=Conv3DTranspose Deconvolution2D=Conv2DTranspose Deconvolution3D=Conv3DTranspose "
            "DepthwiseConv2D Layer MaxPooling1D MaxPooling2D MaxPooling3D SeparableConv1D SeparableConv2D "
            "SeparableConvolution1D SeparableConvolution2D UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D "
            "ZeroPadding2D ZeroPadding3D"
        ),
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.convolutional.base_conv": "Conv",
        "tf_keras.src.layers.convolutional.base_separable_conv": "SeparableConv",
    },
    "tensorflow.python.keras.layers.convolutional_recurrent": {
        "tf.keras.layers": "ConvLSTM2D Layer RNN",
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.rnn.dropout_rnn_cell_mixin": "DropoutRNNCellMixin",
    },
    "tensorflow.python.keras.layers.core": {
        "tf.keras.layers": (
            "Activation ActivityRegularization Dense Dropout Flatten Lambda Layer Masking Permute RepeatVector "
            "Reshape SpatialDropout1D SpatialDropout2D SpatialDropout3D"
        ),
        "tf_keras.src.engine.input_spec": "InputSpec",
    },
    "tensorflow.python.keras.layers.cudnn_recurrent": {
        "tf.keras.layers": "CuDNNGRU CuDNNLSTM RNN",
        "tf_keras.src.engine.input_spec": "InputSpec",
    },
    "tensorflow.python.keras.layers.dense_attention": {
        "tf.keras.layers": "AdditiveAttention Attention Layer",
        "tf_keras.src.layers.attention.base_dense_attention": "BaseDenseAttention",
    },
    "tensorflow.python.keras.layers.embeddings": {
        "tf.keras.layers": "Embedding Layer",
    },
    "tensorflow.python.keras.layers.local": {
        "tf.keras.layers": "Layer LocallyConnected1D LocallyConnected2D",
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.locally_connected.locally_connected_utils": (
            "get_locallyconnected_mask local_conv_matmul local_conv_sparse_matmul make_2d"
        ),
    },
    "tensorflow.python.keras.layers.merge": {
        "tf.keras.layers": (
            "Add Average Concatenate Dot Layer Maximum Minimum Multiply Subtract add average concatenate dot "
            "maximum minimum multiply subtract"
        ),
    },
    "tensorflow.python.keras.layers.noise": {
        "tf.keras.layers": "AlphaDropout GaussianDropout GaussianNoise Layer",
    },
    "tensorflow.python.keras.layers.normalization": {
        "tf.keras.layers": "BatchNormalization Layer LayerNormalization",
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.normalization.batch_normalization": "BatchNormalizationBase",
    },
    "tensorflow.python.keras.layers.normalization_v2": {
        "tf_keras.src.layers.normalization.batch_normalization": "BatchNormalization",
    },
    "tensorflow.python.keras.layers.pooling": {
        "tf.keras.layers": (
            "AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D "
            "GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D "
            "GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D "
            "GlobalMaxPooling2D GlobalMaxPooling3D Layer MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D "
            "MaxPooling3D"
        ),
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.pooling.base_global_pooling1d": "GlobalPooling1D",
        "tf_keras.src.layers.pooling.base_global_pooling2d": "GlobalPooling2D",
        "tf_keras.src.layers.pooling.base_global_pooling3d": "GlobalPooling3D",
        "tf_keras.src.layers.pooling.base_pooling1d": "Pooling1D",
        "tf_keras.src.layers.pooling.base_pooling2d": "Pooling2D",
        "tf_keras.src.layers.pooling.base_pooling3d": "Pooling3D",
    },
    "tensorflow.python.keras.layers.recurrent": {
        "tf.keras.experimental": "PeepholeLSTMCell",
        "tf.keras.layers": (
            "AbstractRNNCell GRU GRUCell LSTM LSTMCell Layer RNN SimpleRNN SimpleRNNCell StackedRNNCells"
        ),
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.rnn.dropout_rnn_cell_mixin": "DropoutRNNCellMixin",
    },
    "tensorflow.python.keras.layers.recurrent_v2": {
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.rnn.gru": "GRU GRUCell gru_with_backend_selection standard_gru",
        "tf_keras.src.layers.rnn.gru_lstm_utils": "calculate_sequence_by_mask is_sequence_right_padded",
        "tf_keras.src.layers.rnn.lstm": "LSTM LSTMCell lstm_with_backend_selection standard_lstm",
    },
    "tensorflow.python.keras.layers.rnn_cell_wrapper_v2": {
        "tf.keras.layers": "AbstractRNNCell",
        "tf_keras.src.layers.rnn.cell_wrappers": "DeviceWrapper DropoutWrapper ResidualWrapper",
    },
    "tensorflow.python.keras.layers.serialization": {
        "tf.keras": "Input",
        "tf.keras.layers": (
            "AbstractRNNCell Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention "
            "Average AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D "
            "BatchNormalization Bidirectional Concatenate Conv1D Conv2D Conv2DTranspose Conv3D Conv3DTranspose "
            "ConvLSTM2D Convolution1D Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose "
            "Cropping1D Cropping2D Cropping3D CuDNNGRU CuDNNLSTM Deconv2D=Conv2DTranspose "
            "Deconv3D=Conv3DTranspose Deconvolution2D=Conv2DTranspose Deconvolution3D=Conv3DTranspose Dense "
            "DepthwiseConv2D Dot Dropout ELU Embedding Flatten GRU GRUCell GaussianDropout GaussianNoise "
            "GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D "
            "GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D "
            "GlobalMaxPooling2D GlobalMaxPooling3D InputLayer LSTM LSTMCell Lambda Layer LayerNormalization "
            "LeakyReLU LocallyConnected1D LocallyConnected2D Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D "
            "MaxPooling2D MaxPooling3D Maximum Minimum Multiply PReLU Permute RNN ReLU RepeatVector Reshape "
            "SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN "
            "SimpleRNNCell Softmax SpatialDropout1D SpatialDropout2D SpatialDropout3D StackedRNNCells Subtract "
            "ThresholdedReLU TimeDistributed UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D "
            "ZeroPadding2D ZeroPadding3D add average concatenate deserialize dot maximum minimum multiply "
            "serialize subtract"
        ),
        "tf.keras.utils": "deserialize_keras_object",
        "tf_keras.src.engine.base_layer": "AddLoss AddMetric TensorFlowOpLayer",
        "tf_keras.src.engine.input_spec": "InputSpec",
        "tf_keras.src.layers.attention.base_dense_attention": "BaseDenseAttention",
        "tf_keras.src.layers.convolutional.base_conv": "Conv",
        "tf_keras.src.layers.convolutional.base_separable_conv": "SeparableConv",
        "tf_keras.src.layers.locally_connected.locally_connected_utils": (
            "get_locallyconnected_mask local_conv_matmul local_conv_sparse_matmul make_2d"
        ),
        "tf_keras.src.layers.normalization.batch_normalization": "BatchNormalizationBase",
        "tf_keras.src.layers.pooling.base_global_pooling1d": "GlobalPooling1D",
        "tf_keras.src.layers.pooling.base_global_pooling2d": "GlobalPooling2D",
        "tf_keras.src.layers.pooling.base_global_pooling3d": "GlobalPooling3D",
        "tf_keras.src.layers.pooling.base_pooling1d": "Pooling1D",
        "tf_keras.src.layers.pooling.base_pooling2d": "Pooling2D",
        "tf_keras.src.layers.pooling.base_pooling3d": "Pooling3D",
        "tf_keras.src.layers.rnn.dropout_rnn_cell_mixin": "DropoutRNNCellMixin",
    },
    "tensorflow.python.keras.layers.wrappers": {
        "tf.keras.layers": "Bidirectional Layer TimeDistributed Wrapper",
        "tf_keras.src.engine.input_spec": "InputSpec",
    },
    "tensorflow.python.keras.losses": {
        "tf.keras.losses": (
            "BinaryCrossentropy CategoricalCrossentropy CategoricalHinge CosineSimilarity Hinge Huber KLD "
            "KLDivergence LogCosh Loss MAE MAPE MSE MSLE MeanAbsoluteError MeanAbsolutePercentageError "
            "MeanSquaredError MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy SquaredHinge "
            "binary_crossentropy categorical_crossentropy categorical_hinge cosine_proximity cosine_similarity "
            "deserialize get hinge kld kullback_leibler_divergence logcosh mae mape mean_absolute_error "
            "mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error mse msle poisson "
            "serialize sparse_categorical_crossentropy squared_hinge"
        ),
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
        "tf_keras.src.losses": "LossFunctionWrapper huber_loss is_categorical_crossentropy",
    },
    "tensorflow.python.keras.metrics": {
        "tf.keras.layers": "Layer",
        "tf.keras.losses": "categorical_hinge cosine_similarity logcosh",
        "tf.keras.metrics": (
            "AUC Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalCrossentropy "
            "CategoricalHinge CosineSimilarity FalseNegatives FalsePositives Hinge KLDivergence LogCoshError MAE "
            "MAPE MSE MSLE Mean MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanRelativeError "
            "MeanSquaredError MeanSquaredLogarithmicError MeanTensor Metric Poisson Precision Recall "
            "RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy "
            "SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge "
            "Sum TopKCategoricalAccuracy TrueNegatives TruePositives binary_accuracy binary_crossentropy "
            "categorical_accuracy categorical_crossentropy cosine_proximity deserialize get hinge "
            "kullback_leibler_divergence mae mape mean_absolute_error mean_absolute_percentage_error "
            "mean_squared_error mean_squared_logarithmic_error mse msle poisson serialize "
            "sparse_categorical_accuracy sparse_categorical_crossentropy sparse_top_k_categorical_accuracy "
            "squared_hinge top_k_categorical_accuracy"
        ),
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
        "tf_keras.src.metrics": (
            "MeanMetricWrapper Reduce SensitivitySpecificityBase SumOverBatchSize SumOverBatchSizeMetricWrapper "
            "accuracy clone_metric clone_metrics"
        ),
        "tf_keras.src.utils.generic_utils": "to_list",
        "tf_keras.src.utils.tf_utils": "is_tensor_or_variable",
    },
    "tensorflow.python.keras.mixed_precision.experimental.loss_scale_optimizer": {
        "tf.keras.mixed_precision.experimental": "LossScaleOptimizer",
    },
    "tensorflow.python.keras.mixed_precision.experimental.policy": {
        "tf.keras.mixed_precision.experimental": "Policy global_policy set_policy",
    },
    "tensorflow.python.keras.models": {
        "tf.keras": "Input",
        "tf.keras.layers": "InputLayer Layer",
        "tf.keras.models": (
            "Model Sequential clone_model load_model model_from_config model_from_json model_from_yaml save_model"
        ),
        "tf.keras.utils": "CustomObjectScope",
        "tf_keras.src.engine.base_layer": "AddMetric",
        "tf_keras.src.engine.functional": "Network=Functional",
        "tf_keras.src.models": "clone_and_build_model share_weights",
        "tf_keras.src.models.cloning": "in_place_subclassed_model_state_restoration",
    },
    "tensorflow.python.keras.optimizer_v2.adadelta": {
        "tf.keras.optimizers": "Adadelta",
    },
    "tensorflow.python.keras.optimizer_v2.adagrad": {
        "tf.keras.optimizers": "Adagrad",
    },
    "tensorflow.python.keras.optimizer_v2.adam": {
        "tf.keras.optimizers": "Adam",
    },
    "tensorflow.python.keras.optimizer_v2.adamax": {
        "tf.keras.optimizers": "Adamax",
    },
    "tensorflow.python.keras.optimizer_v2.ftrl": {
        "tf.keras.optimizers": "Ftrl",
    },
    "tensorflow.python.keras.optimizer_v2.gradient_descent": {
        "tf.keras.optimizers": "SGD",
    },
    "tensorflow.python.keras.optimizer_v2.learning_rate_schedule": {
        "tf.keras.experimental": "CosineDecay CosineDecayRestarts",
        "tf.keras.optimizers.schedules": (
            "ExponentialDecay InverseTimeDecay LearningRateSchedule PiecewiseConstantDecay PolynomialDecay "
            "deserialize serialize"
        ),
        "tf_keras.src.optimizers.schedules.learning_rate_schedule": "LinearCosineDecay NoisyLinearCosineDecay",
    },
    "tensorflow.python.keras.optimizer_v2.nadam": {
        "tf.keras.optimizers": "Nadam",
    },
    "tensorflow.python.keras.optimizer_v2.optimizer_v2": {
        "tf.keras.optimizers": "OptimizerV2=Optimizer",
    },
    "tensorflow.python.keras.optimizer_v2.rmsprop": {
        "tf.keras.optimizers": "RMSProp=RMSprop RMSprop",
    },
    "tensorflow.python.keras.optimizers": {
        "tf.keras.optimizers": "deserialize get serialize",
        "tf_keras.src.optimizers": "deserialize_keras_object serialize_keras_object",
        "tf_keras.src.optimizers.optimizer_v1": (
            "Adadelta Adagrad Adam Adamax Nadam Optimizer RMSprop SGD TFOptimizer adadelta adagrad adam adamax "
            "nadam rmsprop sgd"
        ),
    },
    "tensorflow.python.keras.preprocessing.image": {
        "tf.keras.preprocessing.image": (
            "DirectoryIterator ImageDataGenerator Iterator NumpyArrayIterator apply_affine_transform "
            "apply_brightness_shift apply_channel_shift array_to_img img_to_array load_img random_brightness "
            "random_channel_shift random_rotation random_shear random_shift random_zoom save_img"
        ),
    },
    "tensorflow.python.keras.preprocessing.sequence": {
        "tf.keras.preprocessing.sequence": "TimeseriesGenerator make_sampling_table pad_sequences skipgrams",
    },
    "tensorflow.python.keras.preprocessing.text": {
        "tf.keras.preprocessing.text": "Tokenizer hashing_trick one_hot text_to_word_sequence",
    },
    "tensorflow.python.keras.regularizers": {
        "tf.keras.regularizers": "L1L2 Regularizer deserialize get l1 l1_l2 l2 serialize",
        "tf.keras.utils": "deserialize_keras_object serialize_keras_object",
    },
    "tensorflow.python.keras.saving": {
        "tf.keras.models": "load_model model_from_config model_from_json model_from_yaml save_model",
        "tf_keras.src.saving.legacy.hdf5_format": (
            "load_attributes_from_hdf5_group load_model_from_hdf5 load_weights_from_hdf5_group "
            "load_weights_from_hdf5_group_by_name preprocess_weights_for_loading save_attributes_to_hdf5_group "
            "save_model_to_hdf5 save_weights_to_hdf5_group"
        ),
        "tf_keras.src.saving.legacy.saving_utils": "trace_model_call",
    },
    "tensorflow.python.keras.saving.hdf5_format": {
        "tf_keras.src.saving.legacy.hdf5_format": (
            "load_attributes_from_hdf5_group load_model_from_hdf5 load_optimizer_weights_from_hdf5_group "
            "load_weights_from_hdf5_group load_weights_from_hdf5_group_by_name preprocess_weights_for_loading "
            "save_attributes_to_hdf5_group save_model_to_hdf5 save_optimizer_weights_to_hdf5_group "
            "save_weights_to_hdf5_group"
        ),
        "tf_keras.src.utils.io_utils": "ask_to_proceed_with_overwrite",
    },
    "tensorflow.python.keras.saving.model_config": {
        "tf.keras.models": "model_from_config model_from_json model_from_yaml",
    },
    "tensorflow.python.keras.saving.save": {
        "tf.keras.models": "load_model save_model",
    },
    "tensorflow.python.keras.saving.saving_utils": {
        "tf_keras.src.saving.legacy.saving_utils": (
            "compile_args_from_training_config extract_model_metrics model_metadata raise_model_input_error "
            "should_overwrite trace_model_call"
        ),
        "tf_keras.src.utils.io_utils": "ask_to_proceed_with_overwrite",
    },
    "tensorflow.python.keras.utils": {
        "tf.keras.utils": (
            "CustomObjectScope GeneratorEnqueuer HDF5Matrix OrderedEnqueuer Progbar Sequence SequenceEnqueuer "
            "convert_all_kernels_in_model custom_object_scope deserialize_keras_object get_custom_objects "
            "get_file get_source_inputs model_to_dot multi_gpu_model normalize plot_model serialize_keras_object "
            "to_categorical"
        ),
        "tf_keras.src.saving.legacy.serialization": (
            "class_and_config_for_serialized_keras_object serialize_keras_class_and_config"
        ),
        "tf_keras.src.utils.layer_utils": "print_summary",
    },
    "tensorflow.python.keras.utils.data_utils": {
        "tf.keras.utils": "GeneratorEnqueuer OrderedEnqueuer Progbar Sequence SequenceEnqueuer get_file",
        "tf_keras.src.utils.data_utils": (
            "get_index get_worker_id_queue init_pool init_pool_generator is_generator_or_sequence "
            "iter_sequence_infinite next_sample validate_file"
        ),
    },
    "tensorflow.python.keras.utils.generic_utils": {
        "tf.keras.utils": (
            "CustomObjectScope Progbar custom_object_scope deserialize_keras_object get_custom_objects "
            "serialize_keras_object"
        ),
        "tf_keras.src.saving.legacy.serialization": (
            "class_and_config_for_serialized_keras_object serialize_keras_class_and_config"
        ),
        "tf_keras.src.utils.generic_utils": (
            "check_for_unexpected_keys func_dump func_load has_arg is_all_none make_batches slice_arrays to_list "
            "to_snake_case validate_kwargs"
        ),
    },
    "tensorflow.python.keras.utils.io_utils": {
        "tf_keras.src.utils.io_utils": "ask_to_proceed_with_overwrite path_to_string",
        "tf.keras.utils": "HDF5Matrix",
    },
    "tensorflow.python.keras.utils.layer_utils": {
        "tf.keras.utils": "convert_all_kernels_in_model get_source_inputs",
        "tf_keras.src.utils.layer_utils": (
            "convert_dense_weights_data_format count_params is_builtin_layer print_summary"
        ),
    },
    "tensorflow.python.keras.utils.multi_gpu_utils": {
        "tf.keras": "Model",
        "tf.keras.utils": "multi_gpu_model",
    },
    "tensorflow.python.keras.utils.np_utils": {
        "tf.keras.utils": "normalize to_categorical",
    },
    "tensorflow.python.keras.utils.tf_utils": {
        "tf_keras.src.utils.control_flow_util": "constant_value smart_cond",
        "tf_keras.src.utils.tf_utils": (
            "ListWrapper are_all_symbolic_tensors assert_no_legacy_layers convert_inner_node_data convert_shapes "
            "get_reachable_from_inputs graph_context_for_symbolic_tensors is_symbolic_tensor "
            "is_tensor_or_tensor_list is_tensor_or_variable map_structure_with_atomic maybe_init_scope "
            "register_symbolic_tensor_type shape_type_conversion"
        ),
    },
    "tensorflow.python.keras.utils.vis_utils": {
        "tf.keras.utils": "model_to_dot plot_model",
        "tf_keras.src.utils.vis_utils": "add_edge check_pydot is_wrapped_model",
    },
    "tensorflow.python.keras.wrappers.scikit_learn": {
        "tf.keras": "Sequential",
        "tf.keras.utils": "to_categorical",
        "tf.keras.wrappers.scikit_learn": "KerasClassifier KerasRegressor",
        "tf_keras.src.utils.generic_utils": "has_arg",
    },
}
