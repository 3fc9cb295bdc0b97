-- The feedback-service's own tables. Words are sealed; what is in clear are ids, codes and times.

-- Projection known-application: whose applications there are, and which were rejected.
create table known_application (
  application_id  uuid primary key,
  candidate_id    uuid not null,
  rejection_event uuid,
  recruiter_id    uuid,
  stages          text,
  board           text,
  posting         bytea
);

-- Which requests there may be about an application; written before the request is opened.
create table asked (
  application_id uuid not null,
  request_id     uuid not null,
  primary key (application_id, request_id)
);

-- Projection requests: how each request stands.
create table feedback_request (
  request_id     uuid        primary key,
  candidate_id   uuid        not null,
  application_id uuid        not null,
  recruiter_id   uuid        not null,
  board          text,
  origin         text        not null,
  status         text        not null,
  round          int         not null,
  stages         text        not null,
  requested_at   timestamptz not null,
  expires_at     timestamptz not null,
  remind_at      timestamptz,
  reminders      int         not null,
  level          text,
  score          float8,
  missing        text,
  version        int         not null,
  asked          bytea,
  contact        bytea
);
create index on feedback_request (candidate_id, requested_at desc, request_id desc);
create index on feedback_request (board, requested_at desc, request_id desc) where board is not null;
create index on feedback_request (recruiter_id, requested_at desc, request_id desc);
create index on feedback_request (remind_at) where remind_at is not null;
create index on feedback_request (expires_at) where status in ('REQUESTED', 'DETAIL_REQUESTED');

-- Projection received-feedback: what came in, sealed whole.
create table received_feedback (
  feedback_id    uuid primary key,
  candidate_id   uuid not null,
  application_id uuid,
  received_on    date not null,
  feedback       bytea
);
create index on received_feedback (candidate_id, received_on desc, feedback_id desc);

-- Letters to send, one for each event that calls for one.
create table invitation (
  event_id   uuid        primary key,
  request_id uuid        not null,
  round      int         not null,
  occasion   text        not null,
  due_at     timestamptz not null,
  attempts   int         not null default 0,
  outcome    text,
  settled_at timestamptz
);
create index on invitation (due_at) where outcome is null;
create index on invitation (settled_at) where settled_at is not null;

-- What a token is for. The token itself is nowhere but in the letter.
create table invitation_token (
  token_hash bytea       primary key,
  request_id uuid        not null,
  round      int         not null,
  expires_at timestamptz not null
);
create index on invitation_token (expires_at);

-- Letters that were not sent, in development; always empty in production.
create table dev_mailbox (
  id        bigint generated always as identity primary key,
  addressee uuid  not null,
  letter    bytea not null
);
