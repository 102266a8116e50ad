// An empty echo bot on the genuine Bot Framework SDK, as its samples build one, without an app id so that nobody is authenticated.
// What the SDK needs of a web framework is added to Node's own server, so that no framework is measured.
'use strict';

const http = require('node:http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require('botbuilder');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => {
  console.error(error);
  process.exit(1);
};

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
  await next();
});

const server = http.createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.end();
    return;
  }

  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }

  request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  response.status = code => {
    response.statusCode = code;
  };
  response.header = (name, value) => response.setHeader(name, value);
  response.send = body => response.write(typeof body === 'string' ? body : JSON.stringify(body));
  await adapter.process(request, response, context => bot.run(context));
});

server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1');
