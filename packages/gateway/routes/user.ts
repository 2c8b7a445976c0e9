import {
  deleteUserSchema,
  loginSchema,
  profileSchema,
  sessionSchema,
  signUpSchema,
  updateProfileSchema,
  webSocketTokenSchema,
} from '@proteus/contracts/api/user.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { hashPassword } from '@proteus/platform/accounts/password-hash.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireUser } from '../auth/authenticate.ts';
import { clearSessionCookie } from '../auth/session-cookie.ts';
import { WEBSOCKET_TOKEN_SECONDS } from '../auth/tokens.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { changeProfile } from '../services/accounts/change-profile.ts';
import { checkPassword } from '../services/accounts/check-password.ts';
import {
  LOGINS_BY_ADDRESS,
  LOGINS_BY_EMAIL,
  limitAttempts,
  SIGN_UPS_BY_ADDRESS,
} from '../services/accounts/limit-attempts.ts';
import { openSession } from '../services/accounts/open-session.ts';
import { viewProfile } from '../services/accounts/view-profile.ts';
import { noQuery } from './request-schemas.ts';

const tags = ['account'];
const nothing = z.undefined().describe('Done.');

/** Accounts: sign up, log in and out, look at and change oneself, be forgotten. */
export function userRoutes(app: GatewayApp, context: GatewayContext): void {
  const { users, tokens, throttle } = context;

  const requireRow = async (request: FastifyRequest) => {
    const caller = await requireUser(context, request);
    const user = await users.find(caller.id);
    if (user === null) throw new ProteusError('UNAUTHORIZED');
    return { caller, user };
  };

  app.post(
    '/user/signup',
    {
      config: { errors: ['INVALID_REQUEST', 'EMAIL_TAKEN', 'TOO_MANY_ATTEMPTS'] },
      schema: {
        operationId: 'signUp',
        summary: 'Make an account and log in',
        tags,
        querystring: noQuery,
        body: signUpSchema,
        response: { 201: sessionSchema },
      },
    },
    async (request, reply) => {
      const { email, password, name = null } = request.body;
      await limitAttempts(context, reply, `signup:ip:${request.ip}`, SIGN_UPS_BY_ADDRESS);
      const user = await users.create({ email, name, passwordHash: await hashPassword(password) });
      return reply.code(201).send(await openSession(context, user, reply));
    },
  );

  app.post(
    '/user/login',
    {
      config: { errors: ['INVALID_REQUEST', 'LOGIN_FAILED', 'TOO_MANY_ATTEMPTS'] },
      schema: {
        operationId: 'logIn',
        summary: 'Log in',
        tags,
        querystring: noQuery,
        body: loginSchema,
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      await limitAttempts(context, reply, `login:ip:${request.ip}`, LOGINS_BY_ADDRESS);
      await limitAttempts(context, reply, `login:email:${email}`, LOGINS_BY_EMAIL);
      const user = await checkPassword(await users.findByEmail(email), password);
      await throttle.forget(`login:email:${email}`);
      return await openSession(context, user, reply);
    },
  );

  app.post(
    '/user/logout',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN'] },
      schema: {
        operationId: 'logOut',
        summary: 'End this login',
        description: 'Its token is worth nothing from then on, wherever it was copied to.',
        tags,
        querystring: noQuery,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { sessionId } = await requireUser(context, request);
      await users.endSession(sessionId);
      clearSessionCookie(context, reply);
      return reply.code(204).send();
    },
  );

  app.get(
    '/user',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'getUser',
        summary: 'Who is logged in',
        tags,
        querystring: noQuery,
        response: { 200: profileSchema },
      },
    },
    async (request) => viewProfile((await requireRow(request)).user),
  );

  app.put(
    '/user',
    {
      config: {
        errors: [
          'INVALID_REQUEST',
          'UNAUTHORIZED',
          'LOGIN_FAILED',
          'FORBIDDEN',
          'EMAIL_TAKEN',
          'TOO_MANY_ATTEMPTS',
        ],
      },
      schema: {
        operationId: 'updateUser',
        summary: 'Change name, e-mail address or password',
        description: 'A new password ends all other logins.',
        tags,
        querystring: noQuery,
        body: updateProfileSchema,
        response: { 200: profileSchema },
      },
    },
    async (request, reply) => {
      const { caller, user } = await requireRow(request);
      // Only a password that is shown can be guessed at.
      if (request.body.current_password !== undefined) {
        await limitAttempts(context, reply, `login:email:${user.email}`, LOGINS_BY_EMAIL);
      }
      return viewProfile(await changeProfile(context, user, caller.sessionId, request.body));
    },
  );

  app.delete(
    '/user',
    {
      config: {
        errors: [
          'INVALID_REQUEST',
          'UNAUTHORIZED',
          'LOGIN_FAILED',
          'FORBIDDEN',
          'TOO_MANY_ATTEMPTS',
        ],
      },
      schema: {
        operationId: 'deleteUser',
        summary: 'Be forgotten',
        description:
          'The account and its logins are gone at once; jobs and pictures follow within moments, also when the server is stopped meanwhile.',
        tags,
        querystring: noQuery,
        body: deleteUserSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { user } = await requireRow(request);
      await limitAttempts(context, reply, `login:email:${user.email}`, LOGINS_BY_EMAIL);
      await checkPassword(user, request.body.current_password);
      await users.remove(user.id);
      clearSessionCookie(context, reply);
      context.eraseTraces(user.id);
      return reply.code(204).send();
    },
  );

  app.get(
    '/user/ws-token',
    {
      config: { errors: ['INVALID_REQUEST', 'UNAUTHORIZED'] },
      schema: {
        operationId: 'getWebSocketToken',
        summary: 'A token that opens one WebSocket',
        tags,
        querystring: noQuery,
        response: { 200: webSocketTokenSchema },
      },
    },
    async (request, reply) => {
      const { id: userId, sessionId } = await requireUser(context, request);
      reply.header('cache-control', 'no-store');
      const token = await tokens.signWebSocket({ userId, sessionId });
      return { token, expires_in: WEBSOCKET_TOKEN_SECONDS };
    },
  );
}
