"""Where the work is done: in this process, in processes beside it, or in those of a Dask cluster."""

import collections
import concurrent.futures
import contextlib
import multiprocessing
import os
import signal
import threading

from clemency.documents.sidecar import InputError

LOCAL = "local"
_AHEAD = 3  # pieces that wait for each worker


class Done:
    """What is done already, in place of what is to be waited for."""

    def __init__(self, value):
        self._value = value

    def result(self):
        """What came of it."""
        return self._value


class _Here:
    """Does at once what it is given."""

    workers = 1

    def submit(self, function, *arguments):
        return Done(function(*arguments))


class _Processes:
    """Processes on this machine."""

    def __init__(self, workers, executor):
        self.workers, self._executor = workers, executor

    def submit(self, function, *arguments):
        return self._executor.submit(function, *arguments)


class _Cluster:
    """The workers of a Dask cluster; one that is lost costs what it was doing, which another does again."""

    def __init__(self, client):
        self._client, self.workers = client, max(1, sum(client.nthreads().values()))

    def submit(self, function, *arguments):
        return self._client.submit(function, *arguments, pure=False)


@contextlib.contextmanager
def open_pool(workers, scheduler=None):
    """Workers that take calls by `submit`; InputError if they cannot be had, or are lost."""
    if scheduler:
        with _open_cluster(workers, scheduler) as client:
            yield _Cluster(client)
    elif workers == 1:
        yield _Here()
    else:
        context = multiprocessing.get_context("spawn")
        executor = concurrent.futures.ProcessPoolExecutor(workers, context, initializer=_follow_parent)
        try:
            yield _Processes(workers, executor)
        except concurrent.futures.process.BrokenProcessPool:
            raise InputError(
                "a worker was ended from outside, perhaps for want of memory. The same command goes on."
            ) from None
        finally:
            executor.shutdown(cancel_futures=True)


def _follow_parent():
    """End this process when the one that started it ends, in whatever way; it alone answers Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


@contextlib.contextmanager
def _open_cluster(workers, scheduler):
    """A client of the scheduler at an address, or of one that is started here and listens to this machine alone."""
    try:
        import distributed
    except ImportError:
        raise InputError("--scheduler needs Dask, which is not installed. Type: pip install distributed") from None
    with contextlib.ExitStack() as stack:
        try:
            if scheduler == LOCAL:
                scheduler = stack.enter_context(
                    distributed.LocalCluster(
                        workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit=0
                    )
                )
            client = stack.enter_context(distributed.Client(scheduler, timeout=5, set_as_default=False))
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(f"--scheduler {scheduler}: no scheduler answers there ({error}).") from None
        lost = (distributed.scheduler.KilledWorker, distributed.comm.CommClosedError, concurrent.futures.CancelledError)
        try:
            yield client
        except lost as error:
            raise InputError(
                f"--scheduler: it, or its workers, were lost ({error}). The same command goes on."
            ) from None


def in_order(pool, calls):
    """What comes of calls, in their order, with a few of them under way; a call is a Done or (function, arguments…)."""
    waiting = collections.deque()
    for call in calls:
        waiting.append(call if isinstance(call, Done) else pool.submit(*call))
        if len(waiting) > _AHEAD * pool.workers:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
