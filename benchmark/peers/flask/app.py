"""What a user would write instead of the gateway: Flask with Twilio's library and psycopg2, as their guides have it."""
import os
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timezone
from threading import Timer

from flask import Flask, Response, jsonify, request
from psycopg2.extras import execute_values
from psycopg2.pool import ThreadedConnectionPool
from twilio.request_validator import RequestValidator
from twilio.rest import Client
from twilio.twiml.messaging_response import MessagingResponse

ANSWER = "Your number is recognized. Thank you for your message."
SENDER = os.environ["TWILIO_PHONE_NUMBER"]

app = Flask(__name__)
pool = ThreadedConnectionPool(16, 40, os.environ["DATABASE_URL"])
validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])
client = Client(os.environ["TWILIO_ACCOUNT_SID"], os.environ["TWILIO_AUTH_TOKEN"])
client.api.base_url = os.environ["TWILIO_BASE_URL"]
lanes = ThreadPoolExecutor(32)


@contextmanager
def cursor():
    connection = pool.getconn()
    try:
        with connection, connection.cursor() as one:
            yield one
    finally:
        pool.putconn(connection)


def insert(one, id, direction, phone, content, status):
    one.execute(
        "insert into messages (id, direction, phone_number, content, status) values (%s, %s, %s, %s, %s)"
        " on conflict do nothing",
        (id, direction, phone, content, status),
    )
    return one.rowcount > 0


def deliver(id, to, body):
    message = client.messages.create(to=to, from_=SENDER, body=body)
    with cursor() as one:
        one.execute("update messages set status = 'sent', provider_id = %s where id = %s", (message.sid, id))
    return message.sid


def send(id, to, body):
    with cursor() as one:
        insert(one, id, "out", to, body, "queued")
    return deliver(id, to, body)


@app.post("/webhooks/twilio/incoming")
def incoming():
    url = os.environ["PUBLIC_URL"] + request.path
    if not validator.validate(url, request.form, request.headers.get("X-Twilio-Signature", "")):
        return "", 403
    sender = request.form["From"]
    with cursor() as one:
        one.execute("select id from users where phone_number = %s and status = 'active'", (sender,))
        registered = one.fetchone() is not None
        stored = insert(one, request.form["MessageSid"], "in", sender, request.form["Body"], "received")
    if registered and stored:
        send("ack-" + request.form["MessageSid"], sender, ANSWER)
    return Response(str(MessagingResponse()), mimetype="text/xml")


@app.post("/api/sms/send")
def single():
    id = str(uuid.uuid4())
    return jsonify(id=id, status="sent", providerMessageId=send(id, request.json["to"], request.json["body"]))


@app.post("/api/sms/bulk")
def bulk():
    rows = [(str(uuid.uuid4()), row["to"], row["body"]) for row in request.json["messages"]]
    with cursor() as one:
        execute_values(
            one,
            "insert into messages (id, direction, phone_number, content, status) values %s",
            [(id, "out", to, body, "queued") for id, to, body in rows],
            page_size=1000,
        )
    due = request.json.get("sendAt")
    wait = (datetime.fromisoformat(due.replace("Z", "+00:00")) - datetime.now(timezone.utc)).total_seconds() if due else 0
    Timer(max(0, wait), lambda: [lanes.submit(deliver, *row) for row in rows]).start()
    return jsonify(accepted=len(rows)), 202
