const done = <Stage extends string>(stage: Stage, line: string, proof: string) => ({ stage, line, proof });

/** Method 8: when each stage is done, J0 to J6. All lines of a stage have to be true. */
export const defaultDone = [
  done('recruit', 'Profile score of 70 or more', 'Stored score'),
  done('recruit', 'Named owner on both sides', 'Partner record'),
  done('recruit', 'Three or more named first accounts', 'Account list'),
  done('recruit', 'The partner’s gain is written', 'Joint plan'),
  done('recruit', 'Agreement signed', 'Signing date'),
  done('onboard', 'One real joint action on a named account, by day 7', 'Introduction, account list or note'),
  done('onboard', 'Access done, form tested', 'Test registration'),
  done('onboard', 'Overlap exchanged', 'Overlap list of both sides'),
  done('onboard', 'Joint value proposition written', 'Document'),
  done('onboard', 'Co-sell playbook handed over', 'Receipt by the partner’s owner'),
  done('onboard', 'Executive sponsor paired', 'Sponsor named'),
  done('onboard', 'Two or more reps certified', 'Valid certificates'),
  done('onboard', 'First joint motion dated', 'Date in the joint plan'),
  done(
    'activate',
    'First accepted registration or joint opportunity in the pipeline',
    'Registration or opportunity',
  ),
  done(
    'producing',
    'One sourced or co-sold deal won, or two sourced deals at stage 3 or later in two quarters',
    'Credit of the deals',
  ),
  done('manage', 'Cadence met and no red flag', 'Check-ins and meetings'),
  done('manage', '80 % of review commitments kept', 'Commitments'),
  done('expand', 'Tier criteria met, and capacity for it', 'Tier calculation'),
  done('expand', 'Plan for a new segment or product', 'Joint plan'),
  done('off_board', 'Evidence sheet and notice given; cure plan offered', 'Notice'),
  done(
    'off_board',
    'Registrations frozen, deals reassigned, commissions settled',
    'Registration and deal records',
  ),
  done('off_board', 'Access, overlap sharing and listing removed; reasons archived', 'Off-boarding record'),
] as const;

type Owner = 'head_of_partnerships' | 'partner_manager' | 'partner_ops' | 'executive_sponsor' | 'partner';
const week = <O extends Owner>(weeks: string, line: string, owner: O, proof: string) => ({
  weeks,
  line,
  owner,
  proof,
});

/** Method 8.1: the first 90 days, week by week. */
export const defaultPlan = [
  week('1', 'Kickoff; sponsor named; overlap run', 'partner_manager', 'Overlap list'),
  week(
    '1',
    'One real joint action on a named account',
    'partner_manager',
    'Introduction, account list or co-sell note',
  ),
  week('2', 'Joint value proposition and 5 to 10 target accounts', 'partner_manager', 'Document and list'),
  week('3', 'Sellers certified', 'partner', 'Valid certificates'),
  week(
    '4',
    'Playbook rehearsed on a live account; onboarding done',
    'partner_manager',
    'Note of the rehearsal',
  ),
  week('5–6', '3 to 7 introduction requests sent; first registration', 'partner', 'Registration'),
  week('7–8', 'First joint discovery; co-sell plan', 'partner_manager', 'Touch on the deal'),
  week('9–10', 'Second registration; technical validation', 'partner', 'Registration; session record'),
  week('11–12', 'Proposal', 'partner_manager', 'Stage of the deal'),
  week('13', 'Review: promote, cure or stop', 'head_of_partnerships', 'Decision with reason'),
] as const;
