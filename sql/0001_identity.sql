-- Who a person is, and how they prove it. Global: one person may belong to several organizations, so nothing here
-- carries org_id, and nothing here is ever read out to a client as a table. The roles of a person are in schema tandem.
-- better-auth writes "user", session, account, verification and two_factor; its field names are mapped to these
-- columns in src/server/identity/auth.ts, and a test compares the two.

create schema identity;
grant usage on schema identity to tandem_app;

create table identity."user" (
  id text primary key,
  name text not null,
  email text not null constraint an_email_is_kept_in_lower_case check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- Set: no sign-in of any kind succeeds and every session is gone.
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint one_user_per_email unique (email)
);

-- expires_at is the absolute limit, fixed at sign-in; updated_at is when the session was last used, and ends it
-- when it lies too far back. The cookie carries the token and a signature, so a copy of this table opens nothing.
create table identity.session (
  id text primary key,
  user_id text not null constraint a_session_belongs_to_a_user references identity."user" on delete cascade,
  token text not null constraint one_session_per_token unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint a_session_ends_after_it_starts check (expires_at > created_at)
);
create index session_of_a_user on identity.session (user_id);
create index session_by_end on identity.session (expires_at);

-- One row per way to sign in: provider_id 'credential' holds a password hash; other providers hold their own id.
create table identity.account (
  id text primary key,
  user_id text not null constraint an_account_belongs_to_a_user references identity."user" on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint one_user_per_account_of_a_provider unique (provider_id, account_id),
  constraint a_password_is_kept_only_for_a_credential check (password is null or provider_id = 'credential')
);
create index account_of_a_user on identity.account (user_id);

-- Things that are good once and for a while: links in mail, second-factor challenges. identifier is a hash.
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on identity.verification (identifier);
create index verification_by_end on identity.verification (expires_at);

-- secret and backup_codes are encrypted under TANDEM_SECRET.
create table identity.two_factor (
  id text primary key,
  user_id text not null constraint a_second_factor_belongs_to_a_user references identity."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  constraint one_second_factor_per_user unique (user_id)
);

-- A code of the second factor is good once, also within the minute and a half in which it would still be right.
create table identity.used_code (
  user_id text not null constraint a_used_code_belongs_to_a_user references identity."user" on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);

-- Attempts to sign in, counted in windows, shared by all web processes. key is a hash: no address is kept here.
create table identity.attempt (
  key bytea primary key,
  window_started_at timestamptz not null,
  count integer not null constraint an_attempt_is_counted_from_one check (count > 0)
);
create index attempt_by_window on identity.attempt (window_started_at);

grant select, insert, update, delete on
  identity."user", identity.session, identity.account, identity.verification, identity.two_factor,
  identity.used_code, identity.attempt
  to tandem_app;
