"""The same pieces on a Dask cluster: the same bytes, even if a worker is lost."""

import sys
import threading
import time

import psutil
import pytest
from distributed import LocalCluster

from archive.made import cut_small, list_bytes, list_rows, read_archive, write_lines
from clemency.archive.pool import open_pool
from clemency.documents.sidecar import InputError

ROWS = list_rows()


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Many pieces, several parts."""
    cut_small(monkeypatch)


@pytest.fixture
def archive(tmp_path):
    """An archive, and in the folder `here` beside it what one worker makes of it."""
    path = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(path, "--out", tmp_path / "here", "--workers", 1) == 0
    return path


def test_a_cluster_that_is_started_here_gives_the_same_bytes(archive, tmp_path):
    """It listens to this machine alone, shows no web page, and is gone when the work is done."""
    listening = set()

    def look():
        while not done.wait(1):
            for process in psutil.Process().children(recursive=True) + [psutil.Process()]:
                try:
                    ports = process.net_connections("inet")
                except psutil.Error:
                    continue
                listening.update((one.laddr.ip, process.pid) for one in ports if one.status == psutil.CONN_LISTEN)

    done, before = threading.Event(), set(psutil.Process().children(recursive=True))
    watch = threading.Thread(target=look)
    watch.start()
    try:
        assert read_archive(archive, "--out", tmp_path / "out", "--scheduler", "local", "--workers", 2) == 0
    finally:
        done.set()
        watch.join()
    assert list_bytes(tmp_path / "out") == list_bytes(tmp_path / "here")
    assert {address for address, _ in listening} == {"127.0.0.1"}
    left = [one for one in psutil.Process().children(recursive=True) if one not in before]
    assert all("resource_tracker" in " ".join(one.cmdline()) for one in left)


def test_a_worker_that_is_killed_costs_nothing_but_time(archive, tmp_path):
    """Another does what it was doing, and the bytes are the same."""
    out = tmp_path / "out"
    with LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit=0) as cluster:
        killed = []

        def kill():
            while not list(out.glob(".work/piece-*.rows")):
                time.sleep(0.01)
            worker = psutil.Process(next(iter(cluster.workers.values())).pid)
            worker.kill()
            killed.append(worker.pid)

        threading.Thread(target=kill, daemon=True).start()
        assert read_archive(archive, "--out", out, "--scheduler", cluster.scheduler_address) == 0
        with pytest.raises(InputError, match="were lost"), open_pool(1, cluster.scheduler_address) as pool:
            cluster.close()
            pool.submit(time.sleep, 0).result()
    assert killed
    assert list_bytes(out) == list_bytes(tmp_path / "here")


def test_without_dask_or_without_a_scheduler_it_says_what_to_do(archive, tmp_path, capsys, monkeypatch):
    """One line, status 1."""
    assert read_archive(archive, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9") == 1
    assert "clemency: --scheduler tcp://127.0.0.1:9: no scheduler answers there" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert read_archive(archive, "--out", tmp_path / "out", "--scheduler", "local") == 1
    assert "Type: pip install distributed" in capsys.readouterr().err
