import type { Feedback } from '../api/reads';
import { THEMES, type ThemeCode } from '../words/codes';

/** A question to a recruiter, as it is being written. */
export interface AskDraft {
  applicationId: string;
  name: string;
  email: string;
  message: string;
}

/** An empty question, about an application where one came from there. */
export function emptyAsk(applicationId: string): AskDraft {
  return { applicationId, name: '', email: '', message: '' };
}

/** What is missing of a question, by the names that the service has for its fields. */
export function askErrors({ applicationId, email }: AskDraft): Record<string, string> {
  return {
    ...(applicationId === '' && { applicationId: 'Choose the application it is about.' }),
    ...(!/^\S+@\S+$/.test(email.trim()) && { 'recruiter.email': 'Write the address that the recruiter reads, such as name@company.com.' }),
  };
}

/** The question as the service takes it. */
export function askOf({ applicationId, name, email, message }: AskDraft): Feedback['AskRequest'] {
  return {
    applicationId,
    recruiter: { email: email.trim(), ...(name.trim() !== '' && { name: name.trim() }) },
    ...(message.trim() !== '' && { message: message.trim() }),
  };
}

export type SourceGiven = Feedback['FeedbackSource'];

/** Feedback that was given elsewhere, as it is being written down. */
export interface GivenDraft {
  source: SourceGiven;
  receivedOn: string;
  comments: string;
  applicationId: string;
  ratings: { theme: ThemeCode; rating?: number | undefined }[];
}

/** Nothing written down yet. */
export function emptyGiven(today: string): GivenDraft {
  return { source: 'APPRAISAL', receivedOn: today, comments: '', applicationId: '', ratings: [] };
}

/** What happens to one, instead of how one does. */
const NOT_RATED: ThemeCode[] = ['LOCATION_ELIGIBILITY', 'OVERQUALIFIED', 'POSITION_CLOSED', 'STRONGER_CANDIDATE', 'CULTURE_FIT', 'UNSPECIFIED'];

/** The themes that can still be rated. */
export function ratable({ ratings }: GivenDraft): ThemeCode[] {
  return (Object.keys(THEMES) as ThemeCode[]).filter((theme) => !NOT_RATED.includes(theme) && !ratings.some((one) => one.theme === theme));
}

/** What is missing of it, by the names that the service has for its fields. */
export function givenErrors({ comments, receivedOn }: GivenDraft, today: string): Record<string, string> {
  return {
    ...(receivedOn === '' && { receivedOn: 'Choose the day; about is enough.' }),
    ...(receivedOn > today && { receivedOn: 'Choose today or a day before.' }),
    ...(comments.trim() === '' && { comments: 'Write what was said, as literally as you remember it.' }),
  };
}

/** It as the service takes it; what was left open is not sent. */
export function givenOf({ source, receivedOn, comments, applicationId, ratings }: GivenDraft): Feedback['RecordRequest'] {
  const rated = ratings.flatMap(({ theme, rating }) => (rating === undefined ? [] : [{ theme, rating }]));
  return {
    source,
    receivedOn,
    comments: comments.trim(),
    ...(applicationId !== '' && { applicationId }),
    ...(rated.length > 0 && { ratings: rated }),
  };
}
