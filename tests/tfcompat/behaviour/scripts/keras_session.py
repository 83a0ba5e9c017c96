"""`tf.keras` in graph mode: models, training, names, the backend session."""

import numpy as np
import tensorflow as tf

K = tf.keras.backend
K.clear_session()
tf.set_random_seed(3)
np.random.seed(3)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(
            4,
            activation="relu",
            input_shape=(3,),
            kernel_initializer=tf.keras.initializers.RandomUniform(-0.5, 0.7, seed=4),
        ),
        tf.keras.layers.Dropout(0.2, seed=1),
        tf.keras.layers.Dense(
            2,
            activation="softmax",
            name="out",
            kernel_initializer=tf.keras.initializers.RandomUniform(-0.5, 0.7, seed=5),
        ),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
x = np.random.rand(12, 3).astype(np.float32)
y = np.eye(2, dtype=np.float32)[np.random.randint(0, 2, 12)]
print(
    [v.name for v in model.weights],
    [layer.name for layer in model.layers],
    model.input.name,
    model.output.name,
    model.metrics_names,
)
history = model.fit(x, y, epochs=3, batch_size=4, verbose=0, shuffle=False)
print(sorted(history.history), history.epoch, " ".join("%.5f" % v for v in history.history["loss"]))
print(
    ["%.5f" % v for v in model.evaluate(x, y, verbose=0)],
    np.round(model.predict(x[:2]), 5).tolist(),
    model.predict_classes(x[:3]).tolist(),
)
print(
    ["%.5f" % v for v in model.train_on_batch(x, y)],
    ["%.5f" % v for v in model.test_on_batch(x, y)],
    model.count_params(),
)
sess = K.get_session()
print(
    type(sess).__name__,
    sess.graph is tf.get_default_graph(),
    sess.run(model.layers[0].kernel).shape,
    K.learning_phase().name,
)
with sess.as_default():
    print(np.round(model.output.eval({model.input: x[:1], K.learning_phase(): 0}), 5).tolist())
print(
    [t.name for t in model.inputs],
    type(model.optimizer).__name__,
    len(model.optimizer.weights),
    model.optimizer.get_config()["learning_rate"],
)
inputs = tf.keras.layers.Input(shape=(3,), name="in")
h = tf.keras.layers.Dense(
    3,
    name="h",
    kernel_regularizer=tf.keras.regularizers.l2(0.1),
    kernel_initializer=tf.keras.initializers.RandomUniform(-0.5, 0.7, seed=6),
)(inputs)
h = tf.keras.layers.Lambda(lambda t: t * 2.0)(h)
outputs = tf.keras.layers.concatenate([h, inputs])
functional = tf.keras.models.Model(inputs, [outputs, h])
print(
    functional.output_shape,
    [t.name for t in functional.outputs],
    len(functional.losses),
    functional.input_names,
    functional.output_names,
)
functional.compile(tf.keras.optimizers.SGD(lr=0.1, momentum=0.9), loss=["mse", "mae"], loss_weights=[1.0, 0.5])
print(["%.5f" % v for v in functional.train_on_batch(x, [np.zeros((12, 6)), np.zeros((12, 3))])])
weights = functional.get_weights()
functional.set_weights([w * 0 for w in weights])
print(float(np.abs(functional.predict(x)[1]).sum()), [w.shape for w in weights])
model.save_weights("weights.h5")
model.save("model.h5")
loaded = tf.keras.models.load_model("model.h5")
print(np.allclose(loaded.predict(x), model.predict(x)), loaded.layers[2].name)
model.save_weights("ckpt/weights")
model.load_weights("ckpt/weights")
print(model.to_json()[:40])
calls = []


class Watch(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        calls.append((epoch, sorted(logs)))


model.fit(
    x,
    y,
    epochs=2,
    verbose=0,
    validation_data=(x, y),
    callbacks=[Watch(), tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=5)],
)
print(calls)


def generator():
    while True:
        yield x[:4], y[:4]


print(
    len(model.fit_generator(generator(), steps_per_epoch=2, epochs=1, verbose=0).history["loss"]),
    model.evaluate_generator(generator(), steps=1) is not None,
    model.predict_generator(generator(), steps=2).shape,
)
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(4).repeat()
print(len(model.fit(dataset, epochs=1, steps_per_epoch=3, verbose=0).history["loss"]))
f = K.function([model.input, K.learning_phase()], [model.layers[0].output])
print(
    f([x[:1], 0])[0].shape,
    K.int_shape(model.output),
    K.eval(K.sum(K.variable([1.0, 2.0]))),
    K.floatx(),
    K.image_data_format(),
    K.epsilon(),
)
print(
    tf.keras.utils.to_categorical([0, 2], 3).tolist(),
    tf.keras.preprocessing.sequence.pad_sequences([[1], [2, 3]], maxlen=3).tolist(),
)
K.clear_session()
print(len(tf.get_default_graph().get_operations()), tf.keras.layers.Dense(1).name)
