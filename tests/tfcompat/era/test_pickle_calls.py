"""Pickles that Python 2.7.18 wrote are read by the user's code; libraries and chosen encodings keep Python 3's way."""

import datetime
import gzip
import io
import pickle

import numpy as np
import pytest

from tfcompat.era import names

# {'data': bytes, 'labels': [3, 9], 'name': 'caf\xe9', u'u': u'\u4e2d'} by protocols 0 and 2 with NumPy 1.16.6.
WRITTEN = {
    0: b"(dp1\nVu\nV\\u4e2d\nsS'labels'\np2\n(lp3\nI3\naI9\nasS'data'\np4\ncnumpy.core.multiarray\n_reconstruct\np5\n"
    b"(cnumpy\nndarray\np6\n(I0\ntS'b'\ntRp7\n(I1\n(I2\nI2\ntcnumpy\ndtype\np8\n(S'u1'\nI0\nI1\ntRp9\n"
    b"(I3\nS'|'\nNNNI-1\nI-1\nI0\ntbI00\nS'\\xfa\\x03\\x07\\xff'\ntbsS'name'\np10\nS'caf\\xe9'\np11\ns.",
    2: b"\x80\x02}q\x01(X\x01\x00\x00\x00uX\x03\x00\x00\x00\xe4\xb8\xadU\x06labelsq\x02]q\x03(K\x03K\teU\x04dataq\x04"
    b"cnumpy.core.multiarray\n_reconstruct\nq\x05cnumpy\nndarray\nq\x06K\x00\x85U\x01b\x87Rq\x07(K\x01K\x02K\x02\x86"
    b"cnumpy\ndtype\nq\x08U\x02u1K\x00K\x01\x87Rq\t(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89"
    b"U\x04\xfa\x03\x07\xfftbU\x04nameq\nU\x04caf\xe9q\x0bu.",
}
WHEN = b"\x80\x02cdatetime\ndatetime\nq\x00U\n\x07\xe0\x02\x03\x04\x05\x00\x00\x00\x00q\x01\x85q\x02Rq\x03."


@pytest.fixture(autouse=True)
def given():
    names.give("pickle")


def check(found):
    assert found["labels"] == [3, 9] and found["name"] == "caf\xe9" and found["u"] == "\u4e2d"
    assert found["data"].dtype == np.uint8 and found["data"].tolist() == [[250, 3], [7, 255]]


@pytest.mark.parametrize("protocol", WRITTEN)
def test_files_and_strings(tmp_path, capsys, protocol):
    path = tmp_path / "data.pkl"
    path.write_bytes(WRITTEN[protocol])
    with open(path) as file:
        check(pickle.load(file))
    with open(path, "rb") as file:
        check(pickle.load(file))
        assert not file.read()
    check(pickle.loads(WRITTEN[protocol]))
    assert f"{path} was pickled by Python 2" in capsys.readouterr().err


def test_several_in_one_compressed_file(tmp_path):
    with gzip.open(tmp_path / "two.pkl.gz", "wb") as file:
        file.write(pickle.dumps("first", 2) + WHEN + WRITTEN[2])
    with gzip.open(tmp_path / "two.pkl.gz") as file:
        assert pickle.load(file) == "first" and pickle.load(file) == datetime.datetime(2016, 2, 3, 4, 5)
        check(pickle.load(file))


def test_by_the_name_of_six():
    space = {"__name__": "__main__", "data": WRITTEN[2]}
    names.take_back()
    exec("from six.moves import cPickle\nfound = cPickle.loads(data)", space)
    check(space["found"])


def test_a_chosen_encoding_counts():
    assert pickle.loads(WRITTEN[2], encoding="bytes")[b"name"] == b"caf\xe9"
    with pytest.raises(UnicodeDecodeError):
        pickle.loads(WRITTEN[2], encoding="ascii")


def test_a_stream_that_cannot_go_back():
    class Stream(io.BytesIO):
        def seek(self, *_):
            raise io.UnsupportedOperation("seek")

    with pytest.raises(UnicodeDecodeError):
        pickle.load(Stream(WHEN))


def test_libraries_get_python_3s_error():
    library = {"__name__": "lib.io", "__file__": "/usr/lib/python3/site-packages/lib/io.py", "pickle": pickle}
    exec("def read(data): return pickle.loads(data)", library)
    with pytest.raises(UnicodeDecodeError):
        library["read"](WHEN)
    assert library["read"](pickle.dumps([3])) == [3]


def test_the_functions_are_pickled_by_name_bind_to_nothing_and_are_taken_back():
    class Serializer:
        loads = pickle.loads

    assert Serializer().loads(pickle.dumps(3)) == 3
    assert pickle.loads(pickle.dumps(pickle.load)) is pickle.load
    ours = pickle.load
    names.take_back()
    assert pickle.load is not ours and type(pickle.load).__name__ == "builtin_function_or_method"
