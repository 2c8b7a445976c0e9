"""Celery beside which we are measured: the worker's app, and a client that does what it is told on its input."""
import json
import os
import sys
import time

from celery import Celery

app = Celery("jobs", broker=os.environ["CELERY_URL"], backend=os.environ["CELERY_URL"])
app.conf.update(task_default_queue=os.environ["CELERY_QUEUE"], result_expires=60)


@app.task(name="nothing")
def nothing():
    return {"started": time.time() * 1000, "done": time.time() * 1000}


def run_one():
    accepted = time.time() * 1000
    times = nothing.delay().get()
    return {"accepted": accepted, **times, "told": time.time() * 1000}


def main():
    while not app.control.ping(timeout=0.5):
        pass
    print(json.dumps(None), flush=True)
    waiting = []
    for line in sys.stdin:
        command, *count = line.split()
        answer = None
        if command == "one":
            answer = run_one()
        elif command == "hand-in":
            waiting += [nothing.delay() for _ in range(int(count[0]))]
        else:
            for job in waiting:
                job.get()
            waiting = []
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
