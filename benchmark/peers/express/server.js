// What a user would write instead of the gateway: Express with Twilio's library and pg, as their guides have it.
'use strict';
const cluster = require('node:cluster');
const crypto = require('node:crypto');
const express = require('express');
const {Pool} = require('pg');
const twilio = require('twilio');

const {PORT, WORKERS = '1', DATABASE_URL, PUBLIC_URL} = process.env;
const {TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, TWILIO_BASE_URL} = process.env;
const ANSWER = 'Your number is recognized. Thank you for your message.';

if (cluster.isPrimary && Number(WORKERS) > 1) {
  for (let i = 0; i < Number(WORKERS); i++) cluster.fork();
} else {
  serve();
}

function serve() {
  const pool = new Pool({connectionString: DATABASE_URL, max: 20});
  const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN);
  client.api.baseUrl = TWILIO_BASE_URL;
  const app = express();
  app.disable('x-powered-by');

  const insert = (id, direction, phone, content, status) => pool.query({
    name: 'insert',
    text: 'insert into messages (id, direction, phone_number, content, status) values ($1, $2, $3, $4, $5)'
      + ' on conflict do nothing',
    values: [id, direction, phone, content, status],
  });

  // Stored, sent, and what came of it stored.
  async function send(id, to, body) {
    await insert(id, 'out', to, body, 'queued');
    return deliver(id, to, body);
  }

  async function deliver(id, to, body) {
    const message = await client.messages.create({to, from: TWILIO_PHONE_NUMBER, body});
    await pool.query({
      name: 'sent',
      text: "update messages set status = 'sent', provider_id = $2 where id = $1",
      values: [id, message.sid],
    });
    return message.sid;
  }

  app.post('/webhooks/twilio/incoming', express.urlencoded({extended: false}), async (request, response) => {
    const {MessageSid, From, Body} = request.body ?? {};
    const signature = request.get('X-Twilio-Signature') ?? '';
    if (!twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, PUBLIC_URL + request.originalUrl, request.body ?? {})) {
      return response.status(403).end();
    }
    const users = await pool.query({
      name: 'user',
      text: "select id from users where phone_number = $1 and status = 'active'",
      values: [From],
    });
    const stored = await insert(MessageSid, 'in', From, Body, 'received');
    if (users.rowCount > 0 && stored.rowCount > 0) {
      await send('ack-' + MessageSid, From, ANSWER);
    }
    response.type('text/xml').send(new twilio.twiml.MessagingResponse().toString());
  });

  app.post('/api/sms/send', express.json(), async (request, response) => {
    const id = crypto.randomUUID();
    const sid = await send(id, request.body.to, request.body.body);
    response.json({id, status: 'sent', providerMessageId: sid});
  });

  // One insert for all; then as many at a time as the gateway has with its provider.
  app.post('/api/sms/bulk', express.json({limit: '1mb'}), async (request, response) => {
    const rows = request.body.messages.map((message) => ({id: crypto.randomUUID(), ...message}));
    await pool.query(
      "insert into messages (id, direction, phone_number, content, status) select id, 'out', phone, content, 'queued'"
        + ' from unnest($1::text[], $2::text[], $3::text[]) as row (id, phone, content)',
      [rows.map((row) => row.id), rows.map((row) => row.to), rows.map((row) => row.body)]);
    response.status(202).json({accepted: rows.length});
    const wait = request.body.sendAt ? new Date(request.body.sendAt) - Date.now() : 0;
    setTimeout(() => sendAll(rows), Math.max(0, wait));
  });

  async function sendAll(rows) {
    const left = rows[Symbol.iterator]();
    const lane = async () => {
      for (const row of left) await deliver(row.id, row.to, row.body);
    };
    await Promise.all(Array.from({length: 64}, lane));
  }

  app.listen(Number(PORT), '127.0.0.1', 1024);
}
