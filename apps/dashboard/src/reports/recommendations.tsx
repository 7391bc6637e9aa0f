import { adviceRatings, displayText } from '@clarity-keep/core';
import { ClarityLink } from '../design/clarity-link.tsx';
import type { ReportModel } from '../asking/answers.ts';
import styles from './reports.module.css';

/** What to do, each with why, where to look first, and how to tell that it worked. */
export function Recommendations({
  recommendations,
}: {
  recommendations: ReportModel['recommendations'];
}) {
  return (
    <ol className={styles.advice}>
      {recommendations.map((advice) => (
        <li key={`${advice.rule} ${advice.page}`}>
          <h3>{displayText(advice.title)}</h3>
          <ul>
            {advice.evidence.map((sentence) => (
              <li key={sentence}>{displayText(sentence)}</li>
            ))}
          </ul>
          {advice.likelyCauses.length > 0 && (
            <>
              <p>
                <b>Likely causes:</b>
              </p>
              <ul>
                {advice.likelyCauses.map((cause) => (
                  <li key={cause}>{displayText(cause)}</li>
                ))}
              </ul>
            </>
          )}
          <p>
            <b>Look first:</b> {displayText(advice.checkFirst)}
          </p>
          <p>
            <b>How to check that it worked:</b> {displayText(advice.verify)}
          </p>
          <p className={styles.links}>
            <span className="fine">{adviceRatings(advice)}</span>
            <ClarityLink href={advice.links.recordings}>Recordings in Clarity</ClarityLink>
            <ClarityLink href={advice.links.heatmap}>Heatmap in Clarity</ClarityLink>
          </p>
        </li>
      ))}
    </ol>
  );
}
