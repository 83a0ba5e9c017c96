"""The models of `keras.applications` without their weights: layers, names, numbers; and what images are turned into."""

from typing import Any

from tests.support.keras_builders.registry import program, rows


def _layers(model: Any) -> Any:
    return [[each.name, type(each).__name__, each.output_shape, each.count_params()] for each in model.layers]


@program
def mobilenet(keras: Any, tf: Any) -> Any:
    model = keras.applications.MobileNet((32, 32, 3), alpha=0.25, dropout=0.25, weights=None, classes=5)
    names = [each.name for each in model.weights]
    return [model.name, _layers(model), names, model.predict(rows(2, 32, 32, 3)), model.get_weights()[5]]


@program
def headless(keras: Any, tf: Any) -> Any:
    """A new head on some layers that stay as they are: what most code does with these models."""
    k = keras.layers
    base = keras.applications.mobilenet_v2.MobileNetV2((32, 32, 3), 0.35, include_top=False, weights=None)
    for layer in base.layers:
        layer.trainable = False
    outputs = k.Dense(2, activation="softmax")(k.GlobalAveragePooling2D()(base.get_layer("block_3_project_BN").output))
    model = keras.models.Model(inputs=base.input, outputs=outputs)
    model.compile("sgd", "mse")
    losses = model.fit(rows(6, 32, 32, 3), rows(6, 2, seed=1), epochs=2, batch_size=3, verbose=0).history
    return [
        _layers(model)[-9:],
        [each.name for each in model.trainable_weights],
        losses,
        model.predict(rows(2, 32, 32, 3)),
    ]


@program
def vgg16_on_a_tensor(keras: Any, tf: Any) -> Any:
    image = keras.layers.Input(shape=(48, 48, 3), name="image")
    model = keras.applications.vgg16.VGG16(include_top=False, weights=None, input_tensor=image, pooling="avg")
    return [_layers(model), model.get_layer("block3_conv2").output_shape, model.input_shape]


@program
def resnet50(keras: Any, tf: Any) -> Any:
    model = keras.applications.resnet50.ResNet50(weights=None, input_shape=(64, 64, 3), classes=3)
    return [model.name, _layers(model)]


@program
def images_and_answers(keras: Any, tf: Any) -> Any:
    of = keras.applications
    given = rows(1, 2, 2, 3) * 255
    modes = [of.vgg16, of.resnet50, of.inception_v3, of.densenet]
    return [each.preprocess_input(given.copy()) for each in modes]
