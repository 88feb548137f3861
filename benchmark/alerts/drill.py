"""Causes what each alert is about, and waits until Prometheus says that the alert fires. See the README beside this."""

import base64, contextlib, hashlib, hmac, json, os, re, shutil, signal, socket, subprocess, sys, tempfile, time
import urllib.error, urllib.parse, urllib.request
from pathlib import Path

PORT, PROMETHEUS, POSTGRES = 18083, 19093, 15437
HOME = f"http://localhost:{PORT}"
TOKEN, PASSWORD = "an-auth-token-of-a-drill-only", "a-word-of-a-drill-only"
PATIENCE = 90  # seconds for an alert to fire
WORK = Path(tempfile.mkdtemp())
JAR = Path("target/bactrian.jar").resolve()
PGBIN = os.environ["PGBIN"]
WITHOUT_ROOT = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []
processes, table = {}, []


def call(path, body=None, method=None, headers=None, form=None, timeout=10):
    data = json.dumps(body).encode() if body is not None else form.encode() if form is not None else None
    kind = "application/json" if body is not None else "application/x-www-form-urlencoded"
    request = urllib.request.Request(path if path.startswith("http") else HOME + path, data, method=method)
    basic = base64.b64encode(f"operator:{PASSWORD}".encode()).decode()
    for name, value in {"Content-Type": kind, "Authorization": f"Basic {basic}", **(headers or {})}.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def text(words="Hello"):
    """A text of the demo user's comes in, signed, as the simulator posts it."""
    return call("/simulator/incoming", form="Body=" + urllib.parse.quote(words), headers={"Authorization": ""})


def webhook(fields, signature=None):
    url = "https://gateway.example/webhooks/twilio/incoming"
    plain = url + "".join(name + fields[name] for name in sorted(fields))
    right = base64.b64encode(hmac.new(TOKEN.encode(), plain.encode(), hashlib.sha1).digest()).decode()
    return call("/webhooks/twilio/incoming", form=urllib.parse.urlencode(fields),
                headers={"X-Twilio-Signature": signature or right, "Authorization": ""})


def faults(**plan):
    status, said = call("/simulator/faults", plan, "PUT") if plan else call("/simulator/faults", method="DELETE")
    assert status in (200, 204), said


def until(what, happens, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if happens():
                return
        time.sleep(0.5)
    raise AssertionError(f"{what}: not in {seconds} s")


def firing():
    answer = json.loads(call(f"http://localhost:{PROMETHEUS}/api/v1/alerts")[1])
    return {alert["labels"]["alertname"] for alert in answer["data"]["alerts"] if alert["state"] == "firing"}


def drill(alert, fault, cause, cure=None, quiet=True):
    """@param quiet whether it must not fire before; two alerts of one fault share it"""
    if quiet:
        until(f"{alert} is over from before", lambda: alert not in firing(), 120)
    begun = time.monotonic()
    with contextlib.suppress(OSError):
        cause()
    try:
        until(alert, lambda: alert in firing())
        result = f"{time.monotonic() - begun:.0f} s"
    except AssertionError:
        result = "NOT SEEN"
    table.append((alert, fault, result))
    print("|", " | ".join(table[-1]), "|", flush=True)
    if cure:
        cure()


def resume():
    faults()
    call("/api/providers/simulator/resume", {}, "POST")


def rules():
    """The project's, with shorter windows; a limit in seconds is a window as well."""
    said = Path("deploy/prometheus/alerts.yml").read_text()
    said = re.sub(r"for: \d+m", "for: 2s", said)
    said = re.sub(r"\[\d+[mh]\]", "[30s]", said)
    return said.replace("(sms_queue_age_seconds) > 300", "(sms_queue_age_seconds) > 20")


def start(name, command, **settings):
    log = open(WORK / f"{name}.log", "ab")
    processes[name] = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **settings})


def postgres():
    start("postgres", WITHOUT_ROOT + [f"{PGBIN}/postgres", "-D", str(WORK / "pg"), "-p", str(POSTGRES), "-k", str(WORK)])


def set_up():
    WORK.chmod(0o777)
    subprocess.run(WITHOUT_ROOT + [f"{PGBIN}/initdb", "-D", str(WORK / "pg"), "-U", "postgres", "-A", "trust"],
                   check=True, stdout=subprocess.DEVNULL)
    postgres()
    shutil.copytree("routes", WORK / "routes")
    until("PostgreSQL", lambda: socket.create_connection(("localhost", POSTGRES), 1).close() is None)
    time.sleep(1)
    start("gateway", ["java", "-Xmx512m", "-jar", str(JAR)],
          SERVER_PORT=str(PORT), SMS_STORE="postgres", SMS_PROVIDERS="simulator", SMS_DATA_DIR=str(WORK / "data"),
          SMS_ROUTES_DIR=str(WORK / "routes"), DATABASE_URL=f"jdbc:postgresql://localhost:{POSTGRES}/postgres",
          DATABASE_USERNAME="postgres", DATABASE_PASSWORD="none", OPERATOR_PASSWORD=PASSWORD,
          SMS_PUBLIC_URL="https://gateway.example", TWILIO_AUTH_TOKEN=TOKEN, SMS_METRICS_SAMPLE="1s",
          SMS_RETRY_SETTLE_AFTER="1s", SMS_GUARD_ANSWERS="1000000", SMS_GUARD_SAME_TEXT="1000000", SMS_HTTP_MEMORY="8MB")
    until("the gateway", lambda: call("/actuator/health/readiness")[0] == 200, 180)
    (WORK / "alerts.yml").write_text(rules())
    (WORK / "password").write_text(PASSWORD)
    (WORK / "prometheus.yml").write_text(f"""
global: {{scrape_interval: 1s, evaluation_interval: 1s}}
rule_files: [{WORK}/alerts.yml]
scrape_configs:
  - job_name: bactrian
    metrics_path: /actuator/prometheus
    basic_auth: {{username: operator, password_file: {WORK}/password}}
    static_configs: [{{targets: ["localhost:{PORT}"]}}]
""")
    start("prometheus", ["prometheus", f"--config.file={WORK}/prometheus.yml", f"--storage.tsdb.path={WORK}/tsdb",
                         f"--web.listen-address=localhost:{PROMETHEUS}"])
    until("Prometheus", lambda: firing() is not None)
    text()
    time.sleep(5)  # what is counted has to be seen before it grows


def half_a_body(count=30, seconds=8):
    """Callers that announce a megabyte and take their time, and others that come meanwhile."""
    slow = []
    head = (f"POST /api/sms/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Authorization: Basic {base64.b64encode(f'operator:{PASSWORD}'.encode()).decode()}\r\n"
            "Content-Length: 1000000\r\n\r\n{")
    for _ in range(count):
        caller = socket.create_connection(("localhost", PORT))
        caller.sendall(head.encode())
        slow.append(caller)
    time.sleep(seconds)
    for caller in slow:
        caller.close()


def broken_route():
    (WORK / "routes/outbound/broken.camel.yaml").write_text("- route:\n    id: broken\n    from: [\n")


def mend_route():
    (WORK / "routes/outbound/broken.camel.yaml").unlink()


def sent_twice():
    faults(create={"cutAfter": 1}, list={"lag": "10m"}, fetch={"lag": "10m"}, callbacks={"lose": 1})
    text("once")
    time.sleep(2)
    faults(list={"lag": "10m"}, fetch={"lag": "10m"})


def refused():
    faults(create={"refuse": 1, "codes": [21614]})
    for _ in range(20):
        text("refused")


def many(count, plan=None):
    if plan:
        faults(**plan)
    for number in range(count):
        with contextlib.suppress(OSError):
            text(f"text {number}")


def too_many_to_ask():
    """So much went to one person that the provider is not asked for all of it, and then a call breaks off."""
    until("what was spooled is sent", lambda: json.loads(call("/simulator/truth")[1])["counters"]["accepted"] > 600, 120)
    many(1, dict(create={"cutBefore": 1}))


def no_store():
    processes["postgres"].send_signal(signal.SIGQUIT)
    processes["postgres"].wait()


def run():
    drill("WebhookSignatures", "20 webhooks whose signature is wrong",
          lambda: [webhook({"MessageSid": f"SM{n}", "From": "+15005550199", "Body": "x"}, "wrong") for n in range(20)])
    drill("DeadLetters", "a signed webhook that lacks the id of its text", lambda: webhook({"From": "+15005550199", "Body": "x"}))
    drill("RouteEditRefused", "a file that is no YAML in `routes/`", broken_route, mend_route)
    drill("OverloadRefused", "60 callers that announce a megabyte and keep it back", lambda: half_a_body(60))
    drill("ProviderParked", "the provider answers 401", lambda: many(3, dict(create={"unauthorized": 1})))
    drill("QueueOld", "the same, and nobody sees to it", lambda: None)
    drill("SlowAcknowledgments", "the provider is resumed after that", resume)
    drill("MessagesFail", "the provider refuses every number", refused, faults)
    drill("UnknownOutcomes", "the provider closes every connection without an answer",
          lambda: many(30, dict(create={"cutBefore": 1})))
    drill("RoutesFail", "the same", lambda: None, quiet=False)
    drill("ProviderLeftAlone", "the same", lambda: None, resume, quiet=False)
    drill("SentTwice", "an answer is lost, and the provider's list does not show the message for ten minutes", sent_twice, faults)
    drill("StoreAway", "PostgreSQL is shut down at once", no_store)
    drill("SpoolFilling", "1,100 texts meanwhile", lambda: many(1100), postgres)
    until("the store is back", lambda: "StoreAway" not in firing())
    drill("DecisionsWanted", "after more than 500 messages to one person, a call breaks off", too_many_to_ask, faults)
    drill("GatewayDown", "the gateway is killed", lambda: processes["gateway"].kill())


try:
    set_up()
    print("| alert | fault | fires after |\n| --- | --- | --- |", flush=True)
    run()
finally:
    for process in processes.values():
        process.kill()
        process.wait()
    if os.environ.get("KEEP"):
        print("kept:", WORK, file=sys.stderr)
    else:
        shutil.rmtree(WORK, ignore_errors=True)
sys.exit(any(result == "NOT SEEN" for _, _, result in table))
