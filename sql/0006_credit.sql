-- Credit that can be checked: where a fact came from and who stands behind it, how a verdict came about, what people
-- ruled, what a quarter was frozen at, what a credit pays.

-- A touch may come before there is a deal. side: who wrote it down; way: how it came in. nth tells a touch from one of
-- the same person, action and day that was withdrawn before it.
alter table tandem.touch alter column opportunity_id drop not null;
alter table tandem.touch add column account_id uuid;
alter table tandem.touch add column side text not null default 'vendor'
  constraint a_touch_is_recorded_by_a_known_side check (side in ('vendor','partner'));
alter table tandem.touch add column way text not null default 'desk'
  constraint a_touch_came_in_a_known_way check (way in ('desk','suggestion','portal','api','mail','import','crm_event'));
alter table tandem.touch add column import_id uuid;
alter table tandem.touch add column nth smallint not null default 0;
alter table tandem.touch add foreign key (org_id, account_id) references tandem.account;
alter table tandem.touch add foreign key (org_id, import_id) references tandem.import;
alter table tandem.touch add constraint a_touch_is_on_a_deal_or_an_account
  check ((opportunity_id is null) <> (account_id is null));
-- Until now the same act could be written down twice. Those that were keep their rows, each with a number of its own.
do $$
declare organization record;
begin
  for organization in select org_id from meta.directory loop
    execute format('set local app.org = %L', organization.org_id);
    update tandem.touch t set nth = n.place from (
      select touch_id, row_number() over (partition by opportunity_id, partner_person_id, action, occurred_on
        order by recorded_at, touch_id) - 1 as place from tandem.touch) n
      where n.touch_id = t.touch_id and n.place > 0;
  end loop;
  set local app.org = '';
end $$;
alter table tandem.touch add constraint an_act_on_a_deal_is_recorded_once
  unique (org_id, opportunity_id, partner_person_id, action, occurred_on, nth);
alter table tandem.touch add constraint an_act_at_an_account_is_recorded_once
  unique (org_id, account_id, partner_person_id, action, occurred_on, nth);
create index touch_at_an_account on tandem.touch (org_id, account_id) where account_id is not null;
create index touch_of_an_import on tandem.touch (org_id, import_id) where import_id is not null;

-- Who of ours said no to what a partner claims, and why. A claim is confirmed or refused, once.
create table tandem.claim_refusal (
  org_id uuid not null references tandem.organization,
  fact_kind text not null constraint a_refusal_is_of_a_known_fact check (fact_kind in ('introduction','touch')),
  fact_id uuid not null,
  reason text not null constraint a_refusal_says_why check (length(btrim(reason)) > 0),
  refused_by text not null,
  refused_at timestamptz not null,
  primary key (org_id, fact_kind, fact_id)
);

-- kind: opened a new conversation, reopened one that was lost (ATT-10), surfaced an expansion (ATT-11).
alter table tandem.introduction add column kind text not null default 'introduction'
  constraint an_introduction_is_of_a_known_kind check (kind in ('introduction','reopening','expansion'));
alter table tandem.introduction add column side text not null default 'vendor'
  constraint an_introduction_is_recorded_by_a_known_side check (side in ('vendor','partner'));
alter table tandem.introduction add column way text not null default 'desk'
  constraint an_introduction_came_in_a_known_way
  check (way in ('desk','suggestion','portal','api','mail','import','crm_event'));
alter table tandem.introduction add column buyer_meeting_at timestamptz;

-- What a partner wrote down counts once somebody of ours has confirmed it. What we wrote down ourselves needs no row.
create table tandem.introduction_confirmation (
  org_id uuid not null,
  introduction_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (org_id, introduction_id),
  foreign key (org_id, introduction_id) references tandem.introduction
);

-- An act of origin is void once a second person has signed its withdrawal (ATT-9).
alter table tandem.withdrawal drop constraint a_withdrawal_is_of_a_known_fact;
alter table tandem.withdrawal add constraint a_withdrawal_is_of_a_known_fact check (fact_kind in
  ('introduction','touch','vendor_contact','cosell_plan','check_in'));
create table tandem.withdrawal_cosignature (
  org_id uuid not null,
  withdrawal_id uuid not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (org_id, withdrawal_id),
  foreign key (org_id, withdrawal_id) references tandem.withdrawal
);

alter table tandem.partner_person add column left_on date;

-- A plan that both sides accepted, to win one deal together (5.4). Its end is a row of its own.
create table tandem.cosell_plan (
  org_id uuid not null,
  cosell_plan_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid not null,
  internal_owner text not null,
  goal text not null constraint a_plan_says_what_it_is_for check (length(btrim(goal)) > 0),
  evidence jsonb not null,
  active_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by text not null,
  primary key (org_id, cosell_plan_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person
);
create index cosell_plan_of_a_deal on tandem.cosell_plan (org_id, opportunity_id);
create table tandem.cosell_plan_end (
  org_id uuid not null,
  cosell_plan_id uuid not null,
  lapsed_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (org_id, cosell_plan_id),
  foreign key (org_id, cosell_plan_id) references tandem.cosell_plan
);
create table tandem.check_in (
  org_id uuid not null,
  check_in_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  partner_person_id uuid not null,
  next_step text not null constraint a_check_in_has_a_next_step check (length(btrim(next_step)) > 0),
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by text not null,
  primary key (org_id, check_in_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person
);
create index check_in_on_a_deal on tandem.check_in (org_id, opportunity_id);

-- What was fixed when the deal was first decided: its segment and the median cycle of that segment (ATT-4).
create table tandem.deal_frame (
  org_id uuid not null,
  opportunity_id uuid not null,
  segment text,
  cycle_days integer,
  policy_version integer not null,
  fixed_at timestamptz not null,
  primary key (org_id, opportunity_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity
);

-- Whether a deal is new business, a renewal or an expansion, as somebody said (ATT-11). The newest row stands.
create table tandem.opportunity_kind (
  org_id uuid not null,
  opportunity_id uuid not null,
  kind_id uuid not null,
  kind text not null constraint a_deal_is_new_a_renewal_or_an_expansion check (kind in ('new','renewal','expansion')),
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, opportunity_id, kind_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity
);

-- Two records of the CRM that are one deal, or one that the CRM deleted. The facts of a merged deal count on the other.
create table tandem.opportunity_end (
  org_id uuid not null,
  opportunity_id uuid not null,
  end_id uuid not null,
  kind text not null constraint a_deal_ends_merged_deleted_or_comes_back check (kind in ('merged','deleted','restored')),
  into_opportunity_id uuid,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (org_id, opportunity_id, end_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, into_opportunity_id) references tandem.opportunity,
  constraint a_merged_deal_names_the_other check ((kind = 'merged') = (into_opportunity_id is not null)),
  constraint a_deal_is_not_merged_into_itself check (into_opportunity_id <> opportunity_id)
);

-- What mail and CRM events say happened. Never credit: somebody makes a touch of it, or dismisses it.
create table tandem.signal (
  org_id uuid not null references tandem.organization,
  signal_id uuid not null,
  way text not null constraint a_signal_came_in_a_known_way check (way in ('mail','crm_event')),
  opportunity_id uuid not null,
  partner_id uuid,
  partner_person_id uuid,
  internal_owner text,
  subject text not null,
  summary text,
  evidence jsonb not null,
  event_key text not null,
  occurred_at timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  primary key (org_id, signal_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person,
  constraint a_signal_comes_once unique (org_id, way, event_key)
);
create index signal_on_a_deal on tandem.signal (org_id, opportunity_id);
create table tandem.signal_outcome (
  org_id uuid not null,
  signal_id uuid not null,
  touch_id uuid,
  dismissed_for text,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (org_id, signal_id),
  foreign key (org_id, signal_id) references tandem.signal,
  foreign key (org_id, touch_id) references tandem.touch,
  constraint a_signal_became_a_touch_or_was_dismissed check ((touch_id is null) <> (dismissed_for is null))
);

-- A suggestion that somebody said no to: it is not made again. What came of a signal stands with the signal.
create table tandem.suggestion_dismissal (
  org_id uuid not null,
  opportunity_id uuid not null,
  suggestion_key text not null,
  reason text not null constraint a_dismissal_says_why check (length(btrim(reason)) > 0),
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  primary key (org_id, opportunity_id, suggestion_key),
  foreign key (org_id, opportunity_id) references tandem.opportunity
);

-- Which deals a partner may see: those in which it has a part. Rows are added, never taken away.
create table tandem.partner_deal (
  org_id uuid not null,
  partner_id uuid not null,
  opportunity_id uuid not null,
  since_at timestamptz not null,
  primary key (org_id, partner_id, opportunity_id),
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, opportunity_id) references tandem.opportunity
);
create index partner_deal_of_a_deal on tandem.partner_deal (org_id, opportunity_id);

-- A deal that has to be decided again, and why. Done in the transaction that writes the verdict: exactly once.
create table tandem.credit_task (
  org_id uuid not null,
  task_id uuid not null,
  opportunity_id uuid not null,
  cause text not null,
  fact_id uuid,
  requested_at timestamptz not null,
  done_at timestamptz,
  primary key (org_id, task_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity
);
create index credit_task_that_waits on tandem.credit_task (org_id, task_id) where done_at is null;
create index credit_task_of_a_deal on tandem.credit_task (org_id, opportunity_id) where done_at is null;

-- facts: what the verdict was decided from, so that it can be decided again to the last byte. considered: every partner
-- on the deal with its class. engine: which edition of the rules' code decided.
alter table tandem.credit add column gray_area boolean not null default false;
alter table tandem.credit add column needs_panel boolean not null default false;
alter table tandem.credit add column ruling_id uuid;
alter table tandem.credit add column lock_on date;
alter table tandem.credit add column considered jsonb not null default '[]';
alter table tandem.credit add column facts jsonb;
alter table tandem.credit add column decision_hash text;
alter table tandem.credit add column engine integer not null default 1;
alter table tandem.credit add column caused_by jsonb not null default '[]';
create index credit_newest_first on tandem.credit (org_id, opportunity_id, decided_at desc, credit_id desc);
alter table tandem.opportunity add column credit_co_sold boolean not null default false;

-- A dispute is a case (ATT-19). Its texts are rows of their own; its state says whose turn it is.
alter table tandem.dispute add column number bigint;
alter table tandem.dispute add column side text not null default 'vendor'
  constraint a_dispute_is_opened_by_a_known_side check (side in ('vendor','partner'));
alter table tandem.dispute add column partner_id uuid;
alter table tandem.dispute add column claimed_class text
  constraint a_dispute_claims_a_known_class check (claimed_class in ('sourced','co_sold','influenced','assisted','none'));
alter table tandem.dispute add column state text not null default 'open' constraint a_dispute_is_in_a_known_state
  check (state in ('open','answered','ruled','appealed','closed','withdrawn'));
alter table tandem.dispute add column answer_due_at timestamptz;
alter table tandem.dispute add column ruling_due_at timestamptz;
alter table tandem.dispute add column answered_at timestamptz;
alter table tandem.dispute add column ruled_at timestamptz;
alter table tandem.dispute add column appeal_due_at timestamptz;
alter table tandem.dispute add column appealed_at timestamptz;
alter table tandem.dispute add foreign key (org_id, partner_id) references tandem.partner;
alter table tandem.dispute add constraint one_number_per_dispute unique (org_id, number);
alter table tandem.dispute add constraint a_dispute_that_ended_is_closed
  check ((state in ('closed','withdrawn')) = (closed_at is not null)) not valid;
create table tandem.dispute_statement (
  org_id uuid not null,
  dispute_id uuid not null,
  statement_id uuid not null,
  kind text not null constraint a_statement_is_of_a_known_kind check (kind in
    ('claim','answer','counter_claim','evidence','appeal','withdrawal')),
  side text not null constraint a_statement_is_of_a_known_side check (side in ('vendor','partner')),
  partner_id uuid,
  body text not null constraint a_statement_says_something check (length(btrim(body)) > 0),
  links jsonb not null default '[]',
  made_by text not null,
  made_at timestamptz not null,
  primary key (org_id, dispute_id, statement_id),
  foreign key (org_id, dispute_id) references tandem.dispute,
  foreign key (org_id, partner_id) references tandem.partner
);

-- What a panel decided where the page does not, kept as precedent (ATT-17). It stands once its panel has signed.
create table tandem.ruling (
  org_id uuid not null,
  ruling_id uuid not null,
  number bigint not null,
  opportunity_id uuid not null,
  dispute_id uuid,
  question text not null constraint a_ruling_says_what_was_asked check (length(btrim(question)) > 0),
  class text not null constraint a_ruling_is_of_a_known_class check (class in
    ('sourced','co_sold','influenced','assisted','none')),
  partner_id uuid,
  reason text not null constraint a_ruling_gives_its_reason check (length(btrim(reason)) >= 40),
  is_appeal boolean not null default false,
  needs_cfo boolean not null default false,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (org_id, ruling_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, dispute_id) references tandem.dispute,
  foreign key (org_id, partner_id) references tandem.partner,
  constraint one_number_per_ruling unique (org_id, number),
  constraint a_ruling_names_its_partner check ((class = 'none') = (partner_id is null))
);
create index ruling_on_a_deal on tandem.ruling (org_id, opportunity_id);
create index ruling_by_words on tandem.ruling using gin ((question || ' ' || reason) gin_trgm_ops);
create table tandem.ruling_signature (
  org_id uuid not null,
  ruling_id uuid not null,
  membership_id uuid not null,
  seat text not null constraint a_ruling_is_signed_for_a_known_seat check (seat in
    ('head_of_partnerships','sales_leader','partner_ops','cfo','cro','ceo')),
  signed_at timestamptz not null,
  primary key (org_id, ruling_id, membership_id),
  foreign key (org_id, ruling_id) references tandem.ruling,
  foreign key (org_id, membership_id) references tandem.membership,
  constraint one_signature_per_seat_of_a_panel unique (org_id, ruling_id, seat)
);

-- A quarter that Finance closed: what each deal counted as. Later facts make a restatement, never another number.
create table tandem.quarter_close (
  org_id uuid not null references tandem.organization,
  starts_on date not null,
  ends_on date not null,
  currency text not null,
  deals integer not null,
  frozen_hash text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (org_id, starts_on),
  constraint a_quarter_ends_after_it_began check (ends_on > starts_on)
);
create table tandem.quarter_deal (
  org_id uuid not null,
  starts_on date not null,
  measure text not null constraint a_frozen_figure_is_of_a_known_measure check (measure in ('pipeline','closed_won')),
  opportunity_id uuid not null,
  class text not null constraint a_frozen_credit_is_of_a_known_class check (class in
    ('sourced','co_sold','influenced','assisted','none')),
  partner_id uuid,
  co_sold boolean not null default false,
  amount_minor bigint,
  credit_id uuid,
  primary key (org_id, starts_on, measure, opportunity_id),
  foreign key (org_id, starts_on) references tandem.quarter_close,
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, partner_id) references tandem.partner
);
create table tandem.restatement (
  org_id uuid not null,
  restatement_id uuid not null,
  number bigint not null,
  starts_on date not null,
  measure text not null constraint a_restatement_is_of_a_known_measure check (measure in ('pipeline','closed_won')),
  opportunity_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  delta_minor bigint not null,
  cause text not null,
  raised_at timestamptz not null,
  decision text constraint a_restatement_is_decided_in_a_known_way check (decision in
    ('accepted','refused','superseded')),
  decided_by text,
  decided_at timestamptz,
  note text,
  primary key (org_id, restatement_id),
  foreign key (org_id, starts_on) references tandem.quarter_close,
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  constraint one_number_per_restatement unique (org_id, number),
  constraint a_decided_restatement_names_who check
    ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create unique index one_waiting_restatement_per_deal on tandem.restatement (org_id, starts_on, measure, opportunity_id)
  where decision is null;

-- What a credit pays. A line is never edited: a reversal is a line of its own that names the one it takes back.
-- Influence and joint selling pay a flat amount: a share of revenue is for an origin alone (IN-3, IN-4).
create table tandem.accrual (
  org_id uuid not null,
  accrual_id uuid not null,
  number bigint not null,
  kind text not null constraint an_accrual_adds_or_takes_back check (kind in ('accrual','reversal')),
  reverses_id uuid,
  partner_id uuid not null,
  partner_person_id uuid,
  opportunity_id uuid not null,
  credit_id uuid not null,
  class text not null constraint a_class_that_pays_is_known check (class in ('sourced','co_sold','influenced')),
  rule text not null,
  policy_version integer not null,
  rates_version integer,
  archetype text,
  basis text not null constraint an_accrual_is_a_share_or_a_flat_amount check (basis in ('share','flat')),
  base_minor bigint,
  share numeric(9, 6),
  amount_minor bigint not null,
  currency text not null,
  cause text not null,
  nth integer not null default 0,
  occurred_on date not null,
  recorded_at timestamptz not null,
  primary key (org_id, accrual_id),
  foreign key (org_id, partner_id) references tandem.partner,
  foreign key (org_id, partner_person_id) references tandem.partner_person,
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  foreign key (org_id, reverses_id) references tandem.accrual,
  constraint one_number_per_accrual unique (org_id, number),
  constraint a_line_is_reversed_once unique (org_id, reverses_id),
  constraint one_line_per_deal_and_class unique (org_id, opportunity_id, class, kind, nth),
  constraint a_reversal_names_its_line check ((kind = 'reversal') = (reverses_id is not null)),
  constraint an_accrual_adds_and_a_reversal_takes check (
    (kind = 'accrual' and amount_minor >= 0) or (kind = 'reversal' and amount_minor <= 0)),
  constraint only_an_origin_earns_a_share check (basis = 'flat' or class = 'sourced'),
  constraint a_share_has_a_base check (basis = 'flat' or (base_minor is not null and share is not null))
);
create index accrual_of_a_partner on tandem.accrual (org_id, partner_id, occurred_on);
create table tandem.statement (
  org_id uuid not null,
  statement_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  month_on date not null,
  currency text not null,
  total_minor bigint not null,
  lines integer not null,
  lines_hash text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (org_id, statement_id),
  foreign key (org_id, partner_id) references tandem.partner,
  constraint one_number_per_statement unique (org_id, number),
  constraint one_statement_per_partner_month_and_currency unique (org_id, partner_id, month_on, currency)
);
create table tandem.statement_line (
  org_id uuid not null,
  statement_id uuid not null,
  accrual_id uuid not null,
  primary key (org_id, accrual_id),
  foreign key (org_id, statement_id) references tandem.statement,
  foreign key (org_id, accrual_id) references tandem.accrual
);
create index line_of_a_statement on tandem.statement_line (org_id, statement_id);
create table tandem.statement_payment (
  org_id uuid not null,
  statement_id uuid not null,
  paid_on date not null,
  reference text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (org_id, statement_id),
  foreign key (org_id, statement_id) references tandem.statement
);
-- A customer that left soon after the close: the deal pays nothing any more (IN-11). The newest row of a deal stands.
create table tandem.clawback (
  org_id uuid not null,
  clawback_id uuid not null,
  opportunity_id uuid not null,
  kind text not null constraint a_clawback_is_made_or_lifted check (kind in ('made','lifted')),
  left_on date,
  reason text not null constraint a_clawback_says_why check (length(btrim(reason)) > 0),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (org_id, clawback_id),
  foreign key (org_id, opportunity_id) references tandem.opportunity,
  constraint a_clawback_says_when_the_customer_left check ((kind = 'made') = (left_on is not null))
);
create index clawback_of_a_deal on tandem.clawback (org_id, opportunity_id, clawback_id);

-- The monthly sample of Finance (ATT-20): drawn from a seed, so that anybody draws the same deals again.
create table tandem.audit_sample (
  org_id uuid not null references tandem.organization,
  month_on date not null,
  seed text not null,
  population integer not null,
  size integer not null,
  drawn_by text not null,
  drawn_at timestamptz not null,
  primary key (org_id, month_on)
);
create table tandem.audit_item (
  org_id uuid not null,
  month_on date not null,
  opportunity_id uuid not null,
  position integer not null,
  credit_id uuid not null,
  primary key (org_id, month_on, opportunity_id),
  foreign key (org_id, month_on) references tandem.audit_sample,
  foreign key (org_id, opportunity_id) references tandem.opportunity
);
-- The newest finding on an item counts.
create table tandem.audit_finding (
  org_id uuid not null,
  month_on date not null,
  opportunity_id uuid not null,
  finding_id uuid not null,
  finding text not null constraint a_finding_is_sound_or_an_error check (finding in ('sound','error')),
  note text,
  found_by text not null,
  found_at timestamptz not null,
  primary key (org_id, month_on, opportunity_id, finding_id),
  foreign key (org_id, month_on, opportunity_id) references tandem.audit_item,
  constraint an_error_says_what_is_wrong check (finding = 'sound' or length(btrim(coalesce(note, ''))) > 0)
);

-- What past quarters would have been under another page. Worked out by a job, kept to be shown and exported.
create table tandem.credit_replay (
  org_id uuid not null references tandem.organization,
  replay_id uuid not null,
  body jsonb not null,
  base_version integer not null,
  from_on date not null,
  to_on date not null,
  state text not null constraint a_replay_is_in_a_known_state check (state in ('waiting','running','done','failed','stopped')),
  progress jsonb,
  result jsonb,
  requested_by text not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  primary key (org_id, replay_id)
);

-- What somebody should know, in a sentence, with where it leads.
create table tandem.notice (
  org_id uuid not null,
  notice_id uuid not null,
  membership_id uuid not null,
  kind text not null,
  sentence text not null,
  link text not null,
  event_key text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (org_id, notice_id),
  foreign key (org_id, membership_id) references tandem.membership,
  constraint somebody_is_told_once unique (org_id, membership_id, event_key)
);
create index notice_of_a_member on tandem.notice (org_id, membership_id, made_at desc);

do $$
declare t text;
begin
  foreach t in array array['claim_refusal','introduction_confirmation','withdrawal_cosignature','cosell_plan',
    'cosell_plan_end','check_in','deal_frame','opportunity_kind','opportunity_end','signal','signal_outcome',
    'suggestion_dismissal','partner_deal','credit_task','dispute_statement','ruling','ruling_signature',
    'quarter_close','quarter_deal','restatement','accrual','statement','statement_line','statement_payment','clawback',
    'audit_sample','audit_item',
    'audit_finding','credit_replay','notice'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
  -- A portal sign-in sees what carries its partner's id: which deals are its own, and what it is paid.
  foreach t in array array['partner','partner_person','partner_deal','accrual','statement'] loop
    execute format($p$create policy portal_sees_its_own on tandem.%I for select
      using (org_id = (select nullif(current_setting('app.org', true), '')::uuid)
        and partner_id = (select nullif(current_setting('app.partner', true), '')::uuid))$p$, t);
  end loop;
end $$;

grant select, insert on tandem.claim_refusal, tandem.introduction_confirmation, tandem.withdrawal_cosignature,
  tandem.cosell_plan, tandem.cosell_plan_end, tandem.check_in, tandem.deal_frame, tandem.opportunity_kind,
  tandem.opportunity_end, tandem.signal, tandem.signal_outcome, tandem.suggestion_dismissal,
  tandem.partner_deal, tandem.dispute_statement,
  tandem.ruling, tandem.ruling_signature, tandem.quarter_close, tandem.quarter_deal, tandem.accrual, tandem.statement,
  tandem.statement_line, tandem.statement_payment, tandem.clawback, tandem.audit_sample, tandem.audit_item, tandem.audit_finding
  to tandem_app;
grant select, insert, update on tandem.restatement, tandem.credit_replay, tandem.notice to tandem_app;
grant select, insert, update, delete on tandem.credit_task to tandem_app;

-- Disputes of before had no number and no state: they get theirs in the order in which they were opened.
do $$
declare organization record;
begin
  for organization in select org_id from meta.directory loop
    execute format('set local app.org = %L', organization.org_id);
    update tandem.dispute d set number = n.place, state = case when d.closed_at is null then 'open' else 'closed' end
      from (select dispute_id, row_number() over (order by opened_at, dispute_id) as place from tandem.dispute) n
      where n.dispute_id = d.dispute_id;
    insert into tandem.number_series (org_id, word, last_number)
      select organization.org_id, 'dispute', count(*) from tandem.dispute having count(*) > 0
      on conflict do nothing;
    insert into tandem.partner_deal (org_id, partner_id, opportunity_id, since_at)
      select org_id, partner_id, opportunity_id, min(recorded_at) from (
        select org_id, partner_id, opportunity_id, recorded_at from tandem.touch
        union all select org_id, partner_id, opportunity_id, recorded_at from tandem.introduction
          where opportunity_id is not null
        union all select org_id, partner_id, opportunity_id, decided_at from tandem.credit where partner_id is not null
      ) as part group by org_id, partner_id, opportunity_id;
  end loop;
  set local app.org = '';
end $$;
alter table tandem.dispute alter column number set not null;
alter table tandem.dispute validate constraint a_dispute_that_ended_is_closed;

create or replace function tandem.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze tandem.account, tandem.partner, tandem.opportunity, tandem.opportunity_fact, tandem.stage_change,
    tandem.opportunity_partner, tandem.import, tandem.touch, tandem.touch_confirmation, tandem.credit;
end $$;

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
    'notice','credit_replay','audit_finding','audit_item','audit_sample','statement_payment','statement_line',
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
