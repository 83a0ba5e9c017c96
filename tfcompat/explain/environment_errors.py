"""Errors of what stands around old TensorFlow code: NumPy, SciPy, scikit-learn, pandas, protobuf, pickles."""

from __future__ import annotations

from tfcompat.explain.row import row

TABLE = (
    row(
        "numpy-name",
        "AttributeError ImportError",
        r"(module 'numpy' has no attribute|cannot import name) '(bool|int|float|object|complex|str|long|unicode|"
        r"asscalar|product|alltrue|sometrue|cumproduct|in1d|trapz|infty|Inf|NaN|float_|complex_|string_|unicode_|"
        r"row_stack|msort|mat|asfarray|round_)'|`np\.\w+` was (a deprecated alias|removed in the NumPy 2)",
        "AttributeError: module 'numpy' has no attribute 'bool'",
        "NumPy dropped this name, in 1.24 or in 2.0.",
        "Under `tfcompat run` it is there again, also for packages that ask for it. By hand: np.bool is bool, "
        "np.float is float, np.product is np.prod.",
    ),
    row(
        "scipy-image",
        "AttributeError ImportError ModuleNotFoundError",
        r"cannot import name '(im\w+|toimage|logsumexp|factorial|comb|derivative|face|ascent)' from 'scipy\.misc|"
        r"'scipy\.misc' has no attribute|No module named 'scipy\.misc'",
        "ImportError: cannot import name 'imresize' from 'scipy.misc'",
        "SciPy dropped scipy.misc: its image functions in 1.2, the rest later.",
        "Read and resize with Pillow: Image.open, Image.resize; imresize scaled its result to 0…255 as uint8 first. "
        "logsumexp, factorial and comb are in scipy.special.",
    ),
    row(
        "pickled-array",
        "ValueError",
        r"[Oo]bject arrays cannot be loaded when allow_pickle=False|Cannot load file containing pickled data|"
        r"This file contains pickled \(object\) data",
        "ValueError: Object arrays cannot be loaded when allow_pickle=False",
        "Since 1.16.3 NumPy loads arrays of Python objects only when it is told to trust the file.",
        "Under `tfcompat run`, np.load reads them as it did then. By hand: np.load(path, allow_pickle=True) for a file "
        "whose origin you trust; old ones may need encoding='latin1' too.",
    ),
    row(
        "python2-pickle",
        "UnicodeDecodeError",
        r"'(ascii|utf-8)' codec can't decode byte 0x.* ordinal not in range|'ascii' codec can't decode",
        "UnicodeDecodeError: 'ascii' codec can't decode byte 0x8b in position 6: ordinal not in range(128)",
        "Bytes that are not ASCII were read as text: a pickle of Python 2 holds byte strings, or a text file was "
        "opened where the locale is not UTF-8.",
        "Under `tfcompat run`, pickle.load reads Python 2's pickles. By hand: pickle.load(file, encoding='latin1'), "
        "with the file opened as 'rb'; for a text file, open(path, encoding='utf-8').",
    ),
    row(
        "sklearn-name",
        "",
        r"No module named 'sklearn\.(cross_validation|grid_search|externals|learning_curve)|"
        r"cannot import name '(fetch_mldata|joblib|Imputer)' from 'sklearn",
        "ModuleNotFoundError: No module named 'sklearn.cross_validation'",
        "scikit-learn renamed this.",
        "cross_validation and grid_search are sklearn.model_selection now, fetch_mldata is fetch_openml, "
        "externals.joblib is the package joblib.",
    ),
    row(
        "numpy-abi",
        "",
        r"compiled using NumPy 1\.x cannot be run|numpy\.(core|dtype)[\w.]* (failed to import|size changed)|"
        r"_ARRAY_API not found",
        "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88",
        "A compiled package and NumPy are of different times: NumPy 2 changed its binary interface.",
        "pip install a newer release of the package that the traceback's last lines name; do not replace NumPy, which "
        "TensorFlow stands on.",
        "The packages of that time",
    ),
    row(
        "old-package-name",
        "AttributeError TypeError ImportError ModuleNotFoundError",
        r"'(DataFrame|Series)' object has no attribute '(ix|append|as_matrix|get_value|set_value|iteritems|sort)'|"
        r"'PIL\.Image' has no attribute '(ANTIALIAS|LINEAR|CUBIC)'|unexpected keyword argument 'normed'|"
        r"'seaborn[\w-]*' (is not a valid package style|not found in the style library)|"
        r"'nltk[\w.]*' has no attribute|'FreqDist' object has no attribute 'inc'|No module named 'gym'|"
        r"'networkx[\w.]*' has no attribute '(from_numpy_matrix|to_numpy_matrix)'",
        "AttributeError: 'DataFrame' object has no attribute 'ix'",
        "pandas, Pillow, matplotlib, NLTK or gym has dropped this since.",
        "In your own code `tfcompat run` gives most of it back. By hand: .loc and .iloc, pd.concat, .to_numpy(), "
        "Image.LANCZOS, density=True, the package gymnasium.",
        "The packages of that time",
    ),
    row(
        "no-kernel",
        "",
        r"No such kernel named|NoSuchKernel",
        "jupyter_client.kernelspec.NoSuchKernel: No such kernel named python2",
        "The notebook names a kernel that is not installed here; a third of those of that time name Python 2's.",
        "`tfcompat run --output NEW.ipynb NOTEBOOK.ipynb` runs it in this Python, and writes a copy that names it. In "
        "Jupyter: a first cell `%load_ext tfcompat` and the kernel Python 3, which for `jupyter nbconvert --execute` "
        "is `--ExecutePreprocessor.kernel_name=python3`. For good: `tfcompat upgrade --write NOTEBOOK.ipynb`.",
        "The ways in",
    ),
    row(
        "protobuf",
        "",
        r"Descriptors cannot (not )?be created directly|has no attribute 'GetPrototype'|"
        r"Detected incompatible Protobuf|cannot import name 'builder' from 'google\.protobuf",
        "TypeError: Descriptors cannot be created directly.",
        "The protobuf package and the generated *_pb2 files, or TensorFlow, are of different times.",
        "Generate the *_pb2 files again with today's protoc. If the error comes from TensorFlow itself, install the "
        "protobuf that it asks for (`pip check` names it); do not upgrade TensorFlow for it.",
    ),
    row(
        "tf-keras-missing",
        "",
        r"No module named 'tf_keras'|requires? tf[_-]keras|tf_keras.{0,40}(version|not installed)",
        "ModuleNotFoundError: No module named 'tf_keras'",
        "tf.layers, tf.nn.rnn_cell and old tf.keras code need Keras 2, the package tf_keras.",
        "pip install the tf_keras of TensorFlow's minor version: tf_keras==2.20.* for TensorFlow 2.20.",
    ),
)
