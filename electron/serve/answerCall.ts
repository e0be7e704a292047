/** One `POST /api/<method>`: bounded, parsed, answered. Whoever may not speak was turned away before. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import { refuse } from '../../shared/util/result.ts';
import { plainHeaders } from '../pages/contentPolicy.ts';
import { findCall } from './calls.ts';
import type { Tabs } from './createTabs.ts';
import { readBody } from './readBody.ts';
import { answerHeader, argumentsHeader, seatHeader, type WireAnswer } from './wire.ts';

export async function answerCall(
  tabs: Tabs,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = findCall(name);
  if (!call) return send(response, 404, { json: refuse('no-such-call', 'Riffroom knows no such call.') });
  const seat = request.headers[seatHeader];
  const tab = name === 'start' ? tabs.open() : typeof seat === 'string' ? tabs.get(seat) : null;
  // 410: the page may start anew and go on; nothing was lost.
  if (!tab)
    return send(response, 410, {
      json: refuse(
        'no-seat',
        'Riffroom was restarted, or this tab slept for long. Reload the page to go on.',
      ),
    });
  const body = await readBody(request, call.limit);
  if (!body) {
    response.setHeader('connection', 'close');
    return send(response, 413, {
      json: refuse('too-large', 'This is more than Riffroom takes at once, so it was not kept.'),
    });
  }
  const args = parseArguments(call.binary ? decodeHeader(request.headers[argumentsHeader]) : fromUtf8(body));
  if (!args)
    return send(response, 400, {
      json: refuse('bad-input', 'Riffroom did not understand this call, so nothing was changed.'),
    });
  try {
    send(response, 200, await call.answer(tab, args, body));
  } catch {
    send(response, 500, {
      json: refuse(
        'trouble',
        'Something went wrong in Riffroom itself. What was kept before is untouched; please try again.',
      ),
    });
  }
}

function parseArguments(text: string | null): readonly unknown[] | null {
  if (text === null) return null;
  const args = text === '' ? [] : parseJson(text);
  return Array.isArray(args) && args.length <= 4 ? args : null;
}

function decodeHeader(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > 8192) return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, { json, bytes }: WireAnswer): void {
  const text = JSON.stringify(json);
  const headers = { ...plainHeaders, 'cache-control': 'no-store' };
  if (bytes) {
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': bytes.byteLength,
      [answerHeader]: encodeURIComponent(text),
    });
    response.end(bytes);
  } else {
    response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
    response.end(text);
  }
}
