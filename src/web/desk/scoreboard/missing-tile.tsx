import type { ReactNode } from 'react';
import type { MissingItem, Scoreboard } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import activityClasses from './activity.module.css';
import { useBoard, useFigureHref } from './board-context.tsx';
import { completeShare } from './board-model.ts';
import { AcceptButton } from './claims-notice.tsx';
import boardClasses from './scoreboard.module.css';
import tileClasses from './tile.module.css';
import { FigureLink, PanelLink, Tile } from './tile.tsx';

/** As many as fit the page; the panel shows all. */
const shownAtMost = 2;

/** The completeness that is always shown: what share of the deals has it. */
const completeness = [
  { gap: 'partnerWonUnproven', words: 'partner wins proven' },
  { gap: 'withoutAmount', words: 'amounts' },
  { gap: 'assumedEntry', words: 'stage histories' },
] as const;

/** How complete the facts are, and what would make the numbers better: the most useful repair first. */
export function MissingTile(): ReactNode {
  const board = useBoard();
  const format = useFormat();
  const { missing } = board;
  return (
    <Tile
      title="For better numbers"
      definitions={['openingBalance']}
      control={
        missing.length > shownAtMost ? <PanelLink panel="missing">All {missing.length}</PanelLink> : null
      }
    >
      {missing.length === 0 ? <p className={tileClasses.line}>Nothing is missing.</p> : null}
      <ul className={activityClasses.missing}>
        {missing.slice(0, shownAtMost).map((item) => (
          <li key={item.code}>
            <MissingText item={item} />
            {item.code === 'openingBalanceNotAccepted' ? <AcceptButton /> : null}
          </li>
        ))}
      </ul>
      <p className={`${tileClasses.line} ${activityClasses.complete}`}>
        {completeness.map(({ gap, words }) => {
          const share = completeShare(board, gap);
          return share === null ? null : (
            <span key={gap}>
              <FigureLink
                figure={`gap.${gap}`}
                name={`${words}: those that lack it`}
                className={tileClasses.strong}
              >
                {format.share(share)}
              </FigureLink>{' '}
              {words}
            </span>
          );
        })}
      </p>
    </Tile>
  );
}

/** One thing that is missing, as a link to its deals where it has some. */
export function MissingText(props: { item: MissingItem }): ReactNode {
  const { figure, text } = props.item;
  return figure === null ? (
    text
  ) : (
    <FigureLink figure={figure} name={text} className={boardClasses.answerFigure}>
      {text}
    </FigureLink>
  );
}

/** Everything that is missing, with what repairs it, and each gap with the deals that have it. */
export function MissingList(): ReactNode {
  const { missing, completeness } = useBoard();
  const href = useFigureHref();
  const format = useFormat();
  const gaps = completeness.filter((each: Scoreboard['completeness'][number]) => each.of > 0);
  return (
    <>
      <ol className={activityClasses.missingAll}>
        {missing.map((item) => (
          <li key={item.code}>
            <p>
              <MissingText item={item} />
            </p>
            <p className={tileClasses.line}>
              {item.repair} <RepairLink code={item.code} />{' '}
              {item.code === 'openingBalanceNotAccepted' ? <AcceptButton /> : null}
            </p>
          </li>
        ))}
      </ol>
      <table className={activityClasses.gaps}>
        <caption>How complete the facts are</caption>
        <tbody>
          {gaps.map(({ gap, deals, of, figure }) => (
            <tr key={gap}>
              <th scope="row">
                <a href={href(figure)}>{gapWords[gap]}</a>
              </th>
              <td>{format.share(1 - deals / of, 1)}</td>
              <td className={tileClasses.quiet}>
                {format.count(deals)} of {format.count(of)} do not
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Where a repair is made; null for what is repaired at the source. */
export function repairPlace(
  slug: string,
  code: MissingItem['code'],
): { readonly label: string; readonly href: string } | null {
  switch (code) {
    case 'noOpportunities':
    case 'noPartners':
    case 'noStageHistory':
    case 'assumedClose':
    case 'unknownStage':
      return { label: 'Import a file', href: paths.newImport(slug) };
    case 'noSignedPartner':
      return { label: 'Open the partners', href: paths.partners(slug, { signed: 'false' }) };
    case 'noEvidence':
      return {
        label: 'Open deals to prove',
        href: paths.pipeline(slug, { outcome: 'open', claim: 'sourced' }),
      };
    case 'withoutRate':
      return { label: 'Open the rates', href: paths.organizationSettings(slug) };
    case 'noTargets':
    case 'definitionsNotSigned':
      return { label: 'Open the definitions', href: paths.programPage(slug, 'scoreboard') };
    default:
      return null;
  }
}

function RepairLink(props: { code: MissingItem['code'] }): ReactNode {
  const place = repairPlace(useDesk().slug, props.code);
  return place === null ? null : <a href={place.href}>{place.label}</a>;
}

const gapWords = {
  wonWithoutEvidence: 'Won deals with proven partner credit',
  partnerWonUnproven: 'Won partner deals with proven credit',
  assumedEntry: 'Pipeline deals with a stage history',
  assumedCreated: 'Deals with a created date',
  assumedClose: 'Closed deals with a close date',
  withoutAmount: 'Deals with an amount',
  withoutRate: 'Amounts with an exchange rate',
  withoutExpectedClose: 'Open deals with an expected close date',
  unknownStage: 'Deals with a stage that is understood',
} as const satisfies Record<Scoreboard['completeness'][number]['gap'], string>;
