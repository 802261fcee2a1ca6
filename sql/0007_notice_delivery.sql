-- Notices reach people: by letter at once, in one letter a day, or only in the inbox; and channels of Slack. What left,
-- to whom, and whether it arrived is kept.

-- A channel of Slack, reached by an incoming webhook: of the program, or of one partner. Its address is a secret: it is
-- sealed under TANDEM_SECRET and gone once the channel is removed.
create table tandem.slack_channel (
  org_id uuid not null references tandem.organization,
  slack_channel_id uuid not null,
  partner_id uuid,
  sealed_address bytea,
  host text not null,
  kind_groups text[] not null,
  set_by text not null,
  set_at timestamptz not null,
  removed_at timestamptz,
  primary key (org_id, slack_channel_id),
  foreign key (org_id, partner_id) references tandem.partner,
  constraint a_removed_channel_has_no_address check ((removed_at is null) = (sealed_address is not null))
);
create unique index one_channel_of_the_program_and_of_each_partner on tandem.slack_channel (org_id, partner_id)
  nulls not distinct where removed_at is null;

-- A notice is told to a person or to a channel. way: how it leaves, fixed when it was made; partner_id: that of a
-- person who was told as one of its people; opportunity_id: the deal that it speaks of.
alter table tandem.notice alter column membership_id drop not null;
alter table tandem.notice add column slack_channel_id uuid;
alter table tandem.notice add column partner_id uuid;
alter table tandem.notice add column opportunity_id uuid;
alter table tandem.notice add column way text not null default 'here'
  constraint a_notice_leaves_in_a_known_way check (way in ('at_once','digest','here'));
alter table tandem.notice add foreign key (org_id, slack_channel_id) references tandem.slack_channel;
alter table tandem.notice add foreign key (org_id, partner_id) references tandem.partner;
alter table tandem.notice add foreign key (org_id, opportunity_id) references tandem.opportunity;
alter table tandem.notice add constraint a_notice_is_told_to_a_person_or_a_channel
  check ((membership_id is null) <> (slack_channel_id is null));
alter table tandem.notice add constraint a_channel_is_told_once unique (org_id, slack_channel_id, event_key);
create index notice_that_may_leave on tandem.notice (org_id, way, membership_id) where way <> 'here' and read_at is null;

-- What a person chose for a group of kinds; without a row the default counts.
create table tandem.notice_choice (
  org_id uuid not null,
  membership_id uuid not null,
  kind_group text not null,
  way text not null constraint a_choice_is_a_known_way check (way in ('at_once','digest','here')),
  chosen_at timestamptz not null,
  primary key (org_id, membership_id, kind_group),
  foreign key (org_id, membership_id) references tandem.membership
);

-- When the letter of the day leaves, in minutes after midnight, and how long notices of the same time are gathered.
create table tandem.notice_setting (
  org_id uuid primary key references tandem.organization,
  digest_minute smallint not null
    constraint a_day_has_1440_minutes check (digest_minute between 0 and 1439),
  gather_minutes smallint not null
    constraint notices_are_gathered_for_an_hour_at_most check (gather_minutes between 0 and 60)
);

-- A letter or a post. Its notices are those that point to it: none leaves twice.
create table tandem.delivery (
  org_id uuid not null references tandem.organization,
  delivery_id uuid not null,
  kind text not null constraint a_delivery_is_of_a_known_kind check (kind in ('at_once','digest','post','test')),
  membership_id uuid,
  slack_channel_id uuid,
  digest_on date,
  queued_at timestamptz not null,
  primary key (org_id, delivery_id),
  foreign key (org_id, membership_id) references tandem.membership,
  foreign key (org_id, slack_channel_id) references tandem.slack_channel,
  constraint a_letter_goes_to_a_person_and_a_post_to_a_channel
    check ((kind in ('at_once','digest')) = (membership_id is not null)
      and (kind in ('post','test')) = (slack_channel_id is not null)),
  constraint a_digest_has_a_day check ((kind = 'digest') = (digest_on is not null)),
  constraint one_digest_per_person_and_day unique (org_id, membership_id, digest_on)
);
create index delivery_newest_first on tandem.delivery (org_id, queued_at desc, delivery_id desc);
create index delivery_to_a_member on tandem.delivery (org_id, membership_id, queued_at desc);
create table tandem.delivery_notice (
  org_id uuid not null,
  notice_id uuid not null,
  delivery_id uuid not null,
  constraint a_notice_leaves_once primary key (org_id, notice_id),
  foreign key (org_id, notice_id) references tandem.notice,
  foreign key (org_id, delivery_id) references tandem.delivery
);
create index notice_of_a_delivery on tandem.delivery_notice (org_id, delivery_id);

-- A try is written down before it is made, so that whoever finds one without an end knows that it may have arrived.
create table tandem.delivery_attempt (
  org_id uuid not null,
  delivery_id uuid not null,
  nth integer not null constraint a_try_is_counted_from_one check (nth > 0),
  begun_at timestamptz not null,
  primary key (org_id, delivery_id, nth),
  foreign key (org_id, delivery_id) references tandem.delivery
);
create table tandem.delivery_outcome (
  org_id uuid not null,
  delivery_id uuid not null,
  nth integer not null,
  outcome text not null
    constraint a_try_ends_in_a_known_way check (outcome in ('sent','deferred','failed','dropped','unknown')),
  address text,
  answer text not null,
  left_out uuid[] not null default '{}',
  next_try_at timestamptz,
  ended_at timestamptz not null,
  primary key (org_id, delivery_id, nth),
  foreign key (org_id, delivery_id, nth) references tandem.delivery_attempt,
  constraint what_is_deferred_has_a_next_try check ((outcome = 'deferred') = (next_try_at is not null))
);
-- Somebody asked for one that had failed to be sent again: after so many tries the count begins anew.
create table tandem.delivery_renewal (
  org_id uuid not null,
  delivery_id uuid not null,
  after_nth integer not null,
  asked_by text not null,
  asked_at timestamptz not null,
  primary key (org_id, delivery_id, after_nth),
  foreign key (org_id, delivery_id) references tandem.delivery
);

do $$
declare t text;
begin
  foreach t in array array['slack_channel','notice_choice','notice_setting','delivery','delivery_notice',
    'delivery_attempt','delivery_outcome','delivery_renewal'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert on tandem.delivery, tandem.delivery_notice, tandem.delivery_attempt, tandem.delivery_outcome,
  tandem.delivery_renewal to tandem_app;
grant select, insert, update on tandem.slack_channel, tandem.notice_choice, tandem.notice_setting to tandem_app;

-- A job for later, in the transaction of its cause. keeps_time: one that waits under the same key keeps its time, so
-- that what comes meanwhile is done with it.
create function tandem.enqueue_later(task text, payload json, job_key text, delay_ms bigint, keeps_time boolean)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => now() + delay_ms * interval '1 millisecond',
    job_key => job_key, job_key_mode => case when keeps_time then 'preserve_run_at' else 'replace' end);
end $$;
revoke all on function tandem.enqueue_later(text, json, text, bigint, boolean) from public;
grant execute on function tandem.enqueue_later(text, json, text, bigint, boolean) to tandem_app;

create or replace function tandem.remove_demo(the_org uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t text;
begin
  if nullif(current_setting('app.org', true), '')::uuid is distinct from the_org
     or not exists (select from tandem.organization where org_id = the_org and is_demo) then
    raise exception 'only a demo organization can be removed, and only from within';
  end if;
  delete from tandem.file_chunk where org_id = the_org;
  foreach t in array array[
    'delivery_renewal','delivery_outcome','delivery_attempt','delivery_notice','delivery','notice_choice',
    'notice_setting','notice','slack_channel','credit_replay','audit_finding','audit_item','audit_sample','statement_payment','statement_line',
    'statement','clawback'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  delete from tandem.accrual where org_id = the_org and kind = 'reversal';
  foreach t in array array[
    'accrual','restatement','quarter_deal','quarter_close','ruling_signature','ruling','dispute_statement',
    'credit_task','partner_deal','suggestion_dismissal','signal_outcome','signal','opportunity_end','opportunity_kind',
    'deal_frame','check_in','cosell_plan_end','cosell_plan','withdrawal_cosignature','introduction_confirmation','claim_refusal',
    'week_one_task','week_one_pack','gate_override','seat_holding','program','program_draft',
    'policy_countersignature','policy_signature','policy','credit','dispute','opening_balance','scoreboard_opening',
    'withdrawal','vendor_contact','touch_confirmation','touch','introduction','opportunity_partner','stage_change',
    'opportunity_fact','opportunity','partner_person','invitation'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  update tandem.partner set manager_id = null where org_id = the_org;
  foreach t in array array['saved_view','membership','partner_fact','partner','account_fact','account',
    'import_reject','import_draft','import','stage_rule','source','file','exchange_rate','idempotency_key','event',
    'audit_log','number_series','org_head','organization'] loop
    execute format('delete from tandem.%I where org_id = $1', t) using the_org;
  end loop;
  delete from meta.directory where org_id = the_org;
end $$;
