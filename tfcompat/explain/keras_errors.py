"""Errors of code for Keras 1 and 2 on Keras 3, and of Keras' models that are the user's own."""

from __future__ import annotations

from tfcompat.explain.row import row

RUN = "Under `tfcompat run`, `import keras` is Keras 2.3.1, with Keras 1's names and arguments"
_DROPPED = (
    "Convolution[123]D|MaxoutDense|Highway|merge|Merge|AtrousConvolution[12]D|Deconvolution[23]D|CuDNN(LSTM|GRU)|"
    "ThresholdedReLU|BatchNormalization|LeakyReLU|PReLU|ELU|Layer|Input|InputSpec|InputLayer|Wrapper|Recurrent|Network|"
    "Container|Node|Tokenizer|pad_sequences|one_hot|text_to_word_sequence|ImageDataGenerator|load_img|img_to_array|"
    "array_to_img|KerasClassifier|KerasRegressor|multi_gpu_model|np_utils|generic_utils|layer_utils|plot|adam|sgd|"
    "rmsprop|adagrad|adadelta|nadam|normalize_data_format|tensorflow_backend"
)
# Only Keras has them by these names; and those that others have too.
_OWN = (
    "nb_epoch|nb_filter|nb_row|nb_col|nb_worker|nb_val_samples|samples_per_epoch|output_dim|border_mode|subsample|"
    "subsample_length|filter_length|inner_init|inner_activation|dim_ordering|[WbU]_regularizer|[WbU]_constraint|"
    "dropout_[WU]|show_accuracy|consume_less|pool_length|max_q_size|pickle_safe"
)
_SHARED = "class_mode|decay|init|input_dim|input_length|batch_input_shape|lr|mode|period|sigma|weights|workers"
_LAYERS = "Dense|Embedding|LSTM|GRU|SimpleRNN|Conv\\w+|Dropout|Gaussian\\w+|RepeatVector|Highway"

TABLE = (
    row(
        "keras-path",
        "AttributeError ImportError ModuleNotFoundError",
        r"cannot import name 'np_utils'|No module named 'keras\.|No module named 'tensorflow\.(python\.)?keras|"
        rf"cannot import name '({_DROPPED})' from '(tensorflow\.)?(python\.)?keras|"
        rf"module 'keras[\w.]*' has no attribute '({_DROPPED})'",
        "ImportError: cannot import name 'np_utils' from 'keras.utils'",
        "These modules are Keras 1's and 2's; Keras 3 is installed.",
        f"{RUN}. By hand, import from tf_keras, which is Keras 2: `from tf_keras.utils import to_categorical`.",
        "The packages of that time",
    ),
    row(
        "keras-argument",
        "TypeError ValueError",
        rf"unexpected keyword argument '({_OWN})'|Trainer\.\w+\(\) got an unexpected keyword argument '\w+'|"
        rf"([Aa]rgument\(s\) not recognized: |Unrecognized keyword arguments passed to \w+: )\{{'({_OWN}|{_SHARED})'|"
        rf"[Kk]eyword argument not understood:.*'({_OWN}|{_SHARED})'|"
        rf"({_LAYERS})(\.__init__)?\(\) missing \d+ required positional argument|"
        r"(Model|Functional)(\.__init__)?\(\) got an unexpected keyword argument '(input|output)'|"
        r"Functional(\.__init__)?\(\) missing 2 required positional",
        "ValueError: Argument(s) not recognized: {'lr': 0.1}",
        "This is an argument of Keras 1 or 2 that Keras 3 calls otherwise, or has not.",
        f"{RUN}. By hand: nb_epoch is epochs, output_dim is units, nb_filter is filters, border_mode is padding, "
        "subsample is strides, init is kernel_initializer, lr is learning_rate, p is rate; decay is a schedule.",
        "The packages of that time",
    ),
    row(
        "keras-method",
        "AttributeError",
        r"'(Sequential|Functional|Model)' object has no attribute '(predict_classes|predict_proba|fit_generator|"
        r"evaluate_generator|predict_generator|add_update|uses_learning_phase|container_nodes|stateful|total_loss|"
        r"targets|sample_weights|metrics_tensors|train_function|_make_predict_function|_make_train_function)'",
        "AttributeError: 'Sequential' object has no attribute 'fit_generator'",
        "This method was Keras 1's and 2's; Keras 3 has dropped it.",
        f"{RUN}. By hand: fit, evaluate and predict take generators themselves; predict_classes is "
        "model.predict(x).argmax(axis=-1), or (model.predict(x) > 0.5).astype('int32') for one sigmoid.",
        "The packages of that time",
    ),
    row(
        "keras-history",
        "KeyError",
        r"(^|KeyError: )'(val_)?acc'$|(^|KeyError: )'(val_)?accuracy'$",
        "KeyError: 'acc'",
        "The key in `history.history` is what the metric is called: metrics=['acc'] gives 'acc' everywhere; "
        "metrics=['accuracy'] gives 'acc' in tf.keras of TensorFlow 1 and in Keras before 2.3, 'accuracy' since.",
        "print(history.history.keys()) shows what there is; 'val_…' needs validation data. metrics=['acc'] fits all.",
    ),
    row(
        "keras-and-tensorflow",
        "AttributeError ImportError ModuleNotFoundError TypeError",
        r"module 'tensorflow\.python\.(keras|framework|ops)[\w.]*' has no attribute '(get_graph|_TensorLike|"
        r"populate_dict_with_module_objects)'|"
        r"cannot import name 'dtensor' from 'tensorflow|Keras requires TensorFlow \d[.\d]* or higher",
        "ImportError: cannot import name 'dtensor' from 'tensorflow.compat.v2.experimental'",
        "The keras that is installed was made for another TensorFlow.",
        "Under `tfcompat run`, `import keras` does not use it. By hand: pip install the tf_keras of TensorFlow's minor "
        "version and import that, or tensorflow.keras.",
        "The packages of that time",
    ),
    row(
        "image-order",
        "ValueError",
        r"Negative dimension size caused by subtracting",
        "ValueError: Negative dimension size caused by subtracting 3 from 1 for 'Conv2D'",
        "A convolution or pooling window is larger than its input: the layers have shrunk it too far, or height, width "
        "and channels stand in the other order (Theano's: channels first).",
        "Print the shapes (`model.summary()`). For channels first: K.set_image_dim_ordering('th') above the model, or "
        "input_shape=(28, 28, 1) and data of that shape; padding='same' keeps the size.",
    ),
    row(
        "keras-input-shape",
        "ValueError",
        r"Error when checking (model )?(input|target)|expected .* to have (shape|\d+ dimensions).* but got array|"
        r"Input \d+( of layer \S+)? is incompatible with( the)? layer",
        "ValueError: Error when checking input: expected dense_1_input to have shape (4,) but got array with shape "
        "(3,)",
        "The model was given arrays of another shape than it was built for; the first dimension is the batch.",
        "Print x.shape and model.input_shape. One sample needs a batch dimension (x[None]), images a channel dimension "
        "(x[..., None]) or x.reshape(len(x), -1), and labels of categorical_crossentropy to_categorical.",
    ),
)
