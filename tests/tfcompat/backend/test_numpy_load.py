"""`numpy.load` of pickled objects, as before NumPy 1.16.3: for the user's code, where it chose nothing else."""

import numpy as np
import pytest

from tfcompat.backend import numpy_names

# np.save('weights.npy', {'conv1': [np.array([[250, 3.5]], np.float32), 'caf\xe9']}) by Python 2.7.18 and NumPy 1.16.6.
WEIGHTS = (
    b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (), }" + b" " * 63 + b"\n"
    b"\x80\x02cnumpy.core.multiarray\n_reconstruct\nq\x01cnumpy\nndarray\nq\x02K\x00\x85U\x01b\x87Rq\x03(K\x01)cnumpy\n"
    b"dtype\nq\x04U\x02O8K\x00K\x01\x87Rq\x05(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK?tb\x89]q\x06}q\x07"
    b"U\x05conv1q\x08]q\t(h\x01h\x02K\x00\x85U\x01b\x87Rq\n(K\x01K\x01K\x02\x86h\x04U\x02f4K\x00K\x01\x87Rq\x0b"
    b"(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89U\x08\x00\x00zC\x00\x00`@tbU\x04caf\xe9q\x0cesatb."
)


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    before = numpy_names.given()
    numpy_names.give()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "python2.npy").write_bytes(WEIGHTS)
    np.save("objects.npy", np.array([{"a": 3}, None], dtype=object))
    np.savez("both.npz", plain=np.arange(3), objects=np.array([{"a": 3}], dtype=object))
    (tmp_path / "list.pkl").write_bytes(b"(lp1\nI3\naS'caf\\xe9'\np2\na.")
    yield
    if not before:
        numpy_names.take_back()


def check(found):
    assert found["conv1"][0].dtype == np.float32 and found["conv1"][0].tolist() == [[250.0, 3.5]]
    assert found["conv1"][1] == "caf\xe9"


def test_objects(capsys):
    assert np.load("objects.npy")[0] == {"a": 3}
    said = capsys.readouterr().err
    assert "objects.npy holds pickled objects" in said and "allow_pickle=False" in said and "Python 2" not in said


def test_weights_that_python_2_saved(capsys):
    check(np.load("python2.npy").item())
    check(np.load("python2.npy", encoding="latin1").item())
    check(np.load("python2.npy", None, True).item())
    with open("python2.npy", "rb") as file:
        check(np.load(file).item())
    assert "python2.npy was pickled by Python 2" in capsys.readouterr().err
    assert np.load("python2.npy", encoding="bytes").item()[b"conv1"][1] == b"caf\xe9"


def test_a_pickle_that_is_no_array():
    assert np.load("list.pkl") == [3, "caf\xe9"]


def test_an_archive(capsys):
    with np.load("both.npz") as archive:
        assert archive["plain"].tolist() == [0, 1, 2] and capsys.readouterr().err == ""
        assert archive["objects"][0] == archive.f.objects[0] == {"a": 3}
        assert sorted(archive) == ["objects", "plain"] and isinstance(archive, np.lib.npyio.NpzFile)
        with pytest.raises(KeyError):
            archive["absent"]
    assert "both.npz holds pickled objects" in capsys.readouterr().err


def test_a_choice_counts():
    with pytest.raises(ValueError, match="allow_pickle=False"):
        np.load("objects.npy", allow_pickle=False)
    with np.load("both.npz", allow_pickle=False) as archive, pytest.raises(ValueError, match="allow_pickle=False"):
        archive["objects"]


def test_libraries_get_numpys_error():
    library = {"__name__": "lib.io", "__file__": "/usr/lib/python3/site-packages/lib/io.py", "np": np}
    exec("def read(path): return np.load(path)", library)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        library["read"]("objects.npy")
    with library["read"]("both.npz") as archive, pytest.raises(ValueError, match="allow_pickle=False"):
        archive["objects"]


def test_other_errors_stay():
    with pytest.raises(FileNotFoundError):
        np.load("absent.npy")
    with open("empty.npy", "wb"):
        pass
    with pytest.raises(EOFError):
        np.load("empty.npy")
