// Loaded before the chat client (node --require). The client listens on every interface and speaks for a signed-in person,
// so on a café's network anybody could log visits as them: here it listens on, and reaches, this machine alone.
'use strict';
const dns = require('node:dns');
const net = require('node:net');

const loopback = new Set(['localhost', '127.0.0.1', '::1']);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const host = rest.find(argument => typeof argument === 'string');
  return typeof port === 'number' && host === undefined
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
};

const lookup = dns.lookup;
dns.lookup = function (hostname, options, callback) {
  if (loopback.has(hostname)) {
    return lookup.call(this, hostname, options, callback);
  }
  const done = typeof options === 'function' ? options : callback;
  const refusal = Object.assign(new Error(`${hostname} is not on this machine`), { code: 'ENOTFOUND', hostname });
  process.nextTick(done, refusal);
};
