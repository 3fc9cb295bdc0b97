// The invitation page. The token is in the address's fragment and leaves this page only in the
// bodies of the API's invitation calls. What is typed stays in this tab until it has been sent.

const API = '/api/v1/invitations/';
const PAUSE = 600; // ms without typing before the text is checked
const ENOUGH = 15; // characters before there is something to check
const DECISIVE = 3;

const THEMES = {
  TECHNICAL_DEPTH: 'Technical knowledge', PROBLEM_SOLVING: 'Problem solving', SYSTEM_DESIGN: 'System design',
  WORK_SAMPLE: 'Take-home task or portfolio', COMMUNICATION: 'Communication', ANSWER_STRUCTURE: 'Structure and examples in answers',
  PREPARATION: 'Preparation', MOTIVATION: 'Motivation', COLLABORATION: 'Working with others', LEADERSHIP: 'Leadership',
  COMPOSURE: 'Composure', PROFESSIONALISM: 'Punctuality and manners', APPLICATION_MATERIALS: 'CV and application',
  SALARY_EXPECTATIONS: 'Pay expectations', SENIORITY: 'Level of experience', DOMAIN_EXPERIENCE: 'Experience in the field',
  CREDENTIALS: 'Degrees and certificates', LOCAL_LANGUAGE: 'Language', LOCATION_ELIGIBILITY: 'Location or permit',
  OVERQUALIFIED: 'Too experienced', POSITION_CLOSED: 'Position filled or closed', STRONGER_CANDIDATE: 'Somebody else was stronger',
};
// These decide, but nobody can be rated on them.
const UNRATED = new Set(['LOCATION_ELIGIBILITY', 'OVERQUALIFIED', 'POSITION_CLOSED', 'STRONGER_CANDIDATE', 'SALARY_EXPECTATIONS', 'CULTURE_FIT', 'UNSPECIFIED']);
// Neither is a reason that somebody could learn from, so they are not offered.
const NOT_OFFERED = new Set(['CULTURE_FIT', 'UNSPECIFIED']);
const STAGES = {
  APPLICATION_REVIEW: 'Application', RECRUITER_SCREEN: 'First call', ASSESSMENT: 'Assessment', TECHNICAL_INTERVIEW: 'Technical interview',
  MANAGER_INTERVIEW: 'Interview with the manager', PANEL_INTERVIEW: 'Panel interview', FINAL_INTERVIEW: 'Final interview', OFFER: 'Offer',
};
const MISSING = {
  STAGE: 'which part of the process it was about',
  THEME: 'the main reason: a skill, experience, or something else',
  OBSERVATION: 'what you saw or heard',
  EXAMPLE: 'one example: a question, a task or a moment',
  ADVICE: 'one thing to work on',
};
const VERDICTS = {
  GENERIC: 'The candidate cannot act on this yet.',
  PARTIAL: 'This helps. A little more would help a lot.',
  SPECIFIC: 'The candidate can act on this. Thank you.',
};

// However specific it is, nobody is thanked for what should not be written.
const UNSAFE = 'Please look at the wording first.';

const $ = (id) => document.getElementById(id);
const name = (names, code) => names[code] ?? code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

let token = '';
let draftKey = null;
let pending = null; // what was last sent, and under which key: repeated as it is, it counts once

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function fill(list, texts) {
  list.replaceChildren(...texts.map((text) => element('li', text)));
}

function show(id, focus = true) {
  for (const section of document.querySelectorAll('#invitation > section')) section.hidden = section.id !== id;
  const title = document.querySelector(`#${id} h1`);
  if (title) {
    document.title = `${title.textContent} - Rebound`;
    if (focus) title.focus();
  }
  window.scrollTo(0, 0);
}

// ---- talking to the API -------------------------------------------------------------------------

class Failure extends Error {}

async function call(path, body, { headers = {}, signal } = {}) {
  let answer;
  try {
    answer = await fetch(API + path, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: signal ?? AbortSignal.timeout(30000),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Failure('There is no connection. Your text is kept in this tab; try again when you are online.');
  }
  const content = await answer.json().catch(() => ({}));
  if (answer.ok) return content;
  throw Object.assign(new Failure(words(answer, content)), { status: answer.status });
}

function words(answer, problem) {
  const wait = Number(answer.headers.get('Retry-After'));
  const violations = (problem.violations ?? []).map((violation) => violation.message).filter(Boolean);
  switch (answer.status) {
    case 400: return ['Please check your answer.', ...violations].join(' ');
    case 404: return 'This invitation has been answered, or it has ended.';
    case 409: return 'It is being sent already. Please wait a moment.';
    case 413: return 'This is too long. Please shorten it.';
    case 429: return `That was a bit fast. Please wait ${wait > 0 ? `${wait} seconds` : 'a moment'} and try again.`;
    default: return 'It cannot be sent at the moment. Your text is kept in this tab; please try again in a minute.';
  }
}

// ---- the draft ----------------------------------------------------------------------------------

async function hash(text) {
  if (!crypto.subtle) return null; // not on https: then nothing is kept
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function saveDraft() {
  if (!draftKey) return;
  try {
    sessionStorage.setItem(draftKey, JSON.stringify({ answer: collect(), reason: $('reason').value, pending }));
  } catch { /* full or forbidden: the page works without */ }
}

function restoreDraft() {
  let draft = null;
  try {
    draft = JSON.parse((draftKey && sessionStorage.getItem(draftKey)) || 'null');
  } catch { /* forbidden or not ours */ }
  if (!draft) return;
  pending = draft.pending ?? null;
  $('comments').value = draft.answer.comments ?? '';
  $('reason').value = draft.reason ?? '';
  for (const { kind, rating } of draft.answer.stages ?? []) tick(`stage-${kind}`, rating);
  for (const { theme, rating } of draft.answer.ratings ?? []) tick(`theme-${theme}`, rating);
  for (const theme of draft.answer.decisive ?? []) tick('decisive', theme);
  $('themes-part').open = (draft.answer.ratings ?? []).length > 0;
  $('decisive-part').open = (draft.answer.decisive ?? []).length > 0;
}

function tick(group, value) {
  const box = document.querySelector(`input[name="${CSS.escape(group)}"][value="${CSS.escape(String(value))}"]`);
  if (box) box.checked = true;
}

function dropDraft() {
  try {
    if (draftKey) sessionStorage.removeItem(draftKey);
  } catch { /* nothing was kept */ }
}

// ---- opening ------------------------------------------------------------------------------------

function tokenIn(text) {
  const candidate = text.trim().split('#').pop();
  return /^[\w-]{20,200}$/.test(candidate) ? candidate : '';
}

async function open() {
  token = tokenIn(location.hash);
  if (!token) {
    show('closed', false);
    return;
  }
  show('opening');
  try {
    const invitation = await call('open', { token });
    const digest = await hash(token);
    draftKey = digest && `rebound.draft.${digest}`;
    pending = null;
    present(invitation);
  } catch (failure) {
    closed(failure);
  }
}

function closed(failure) {
  const gone = failure.status === 404 || failure.status === 400;
  document.querySelector('#closed h1').textContent = gone ? 'This invitation is not open' : 'The invitation cannot be opened right now';
  $('closed-why').textContent = gone
    ? 'It has been answered, it has ended (after 14 days), or the link was cut off. If you still have the e-mail, paste the whole link or the code after the # sign here.'
    : `${failure instanceof Failure ? failure.message : 'Something went wrong on this page.'} Nothing is used up by trying again.`;
  $('code').value = gone ? '' : token;
  show('closed');
}

// ---- the form -----------------------------------------------------------------------------------

function present(invitation) {
  const { posting = {}, stages = [], themes = [], questions = [], round = 1, expiresAt, message, candidate } = invitation;
  const again = round > 1; // then only the words are asked for
  const who = candidate?.name ?? 'A candidate';
  const role = `${posting.title}${posting.company ? ` at ${posting.company}` : ''}`;
  $('round').textContent = again ? 'One more question' : 'About two minutes';
  $('asked').textContent = `Feedback on an application: ${role}`;
  $('why').textContent = again
    ? `Thank you for your first answer${candidate?.name ? ` to ${candidate.name}` : ''}. A little more would make it something to act on.`
    : `${who} applied for this role and would like to learn from how it ended. You need no account.`;
  $('message').textContent = message ?? '';
  $('message').hidden = !message;
  fill($('questions'), questions.map((question) => question.text ?? question));
  $('questions-part').hidden = questions.length === 0;
  $('expires').textContent = expiresAt ? `This link works until ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(expiresAt))}, once.` : '';

  const codes = (list, key) => list.map((item) => item[key] ?? item);
  ratings($('stages'), 'stage', STAGES, codes(stages, 'kind'));
  $('stages-part').hidden = again || stages.length === 0;
  const offered = codes(themes, 'theme').filter((code) => !NOT_OFFERED.has(code));
  ratings($('themes'), 'theme', THEMES, offered.filter((code) => !UNRATED.has(code)));
  $('themes-part').hidden = again || offered.length === 0;
  $('decisive').replaceChildren(...offered.map((code) => choice('checkbox', 'decisive', code, name(THEMES, code))));
  $('decisive-part').hidden = again || offered.length === 0;

  $('comments').value = '';
  $('reason').value = '';
  ask(false);
  restoreDraft();
  boundDecisive();
  show('asking');
  check();
}

function choice(type, group, value, text, label) {
  const box = element('input', null, { type, name: group, value });
  if (label) box.setAttribute('aria-label', label);
  const made = element('label', null);
  made.append(box, element('span', text));
  return made;
}

function ratings(place, prefix, names, codes) {
  place.replaceChildren(...codes.map((code) => {
    const scale = element('span', null, { class: 'scale' });
    for (let rating = 0; rating <= 5; rating++) {
      scale.append(choice('radio', `${prefix}-${code}`, rating, rating ? String(rating) : '–', rating ? null : 'no rating'));
    }
    scale.querySelector('input').checked = true;
    const title = element('span', name(names, code), { id: `${prefix}-${code}-title` });
    const row = element('div', null, { class: 'rating', role: 'radiogroup', 'aria-labelledby': title.id });
    row.append(title, scale);
    return row;
  }));
}

const boxes = (group) => [...document.querySelectorAll(`input[name="${group}"]`)];

function boundDecisive() {
  const full = boxes('decisive').filter((box) => box.checked).length >= DECISIVE;
  for (const box of boxes('decisive')) box.disabled = full && !box.checked;
}

function collect() {
  const rated = (place, prefix, key) => [...$(place).querySelectorAll('input:checked:not([value="0"])')]
    .map((box) => ({ [key]: box.name.slice(prefix.length), rating: Number(box.value) }));
  const answer = { comments: $('comments').value };
  const stages = rated('stages', 'stage-', 'kind');
  const themes = rated('themes', 'theme-', 'theme');
  const decisive = boxes('decisive').filter((box) => box.checked).map((box) => box.value);
  if (stages.length) answer.stages = stages;
  if (themes.length) answer.ratings = themes;
  if (decisive.length) answer.decisive = decisive;
  return answer;
}

// ---- how specific it is -------------------------------------------------------------------------

let timer = 0;
let checking = null;

async function check() {
  checking?.abort();
  const answer = collect();
  if (answer.comments.trim().length < ENOUGH) {
    meter(0, 'Write a little, and this shows what the candidate can do with it.', [], []);
    return;
  }
  checking = new AbortController();
  try {
    const { level, missing = [], warnings = [], read = true } = await call('check', { token, ...answer }, { signal: checking.signal });
    if (read) meter(5 - missing.length, warnings.length ? UNSAFE : VERDICTS[level] ?? '', missing, warnings);
    else meter(0, 'Only English is read here, so this is not checked. It reaches the candidate as it is.', [], []);
  } catch (failure) {
    if (failure.name !== 'AbortError') meter(0, 'The check is not possible right now. You can send your feedback all the same.', [], []);
  }
}

function meter(parts, verdict, missing, warnings) {
  [...$('meter').children].forEach((bar, index) => bar.classList.toggle('on', index < parts));
  $('verdict').textContent = verdict;
  $('missing').textContent = missing.length ? `Still open: ${missing.map((part) => MISSING[part] ?? part).join('; ')}.` : '';
  $('warnings').replaceChildren(...warnings.map(({ text, why }) => {
    const warning = element('p', null, { class: 'warning' });
    warning.append(element('q', text), ` ${why}`);
    return warning;
  }));
}

// ---- sending ------------------------------------------------------------------------------------

async function once(button, task) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await task();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

function keyFor(body) {
  const text = JSON.stringify(body);
  if (pending?.text !== text) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    pending = { text, key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
  }
  return pending.key;
}

async function send() {
  const answer = collect();
  answer.comments = answer.comments.trim();
  const empty = answer.comments === '';
  $('comments').toggleAttribute('aria-invalid', false);
  $('comments-error').textContent = empty ? 'Please write a sentence or two.' : '';
  $('send-error').textContent = '';
  if (empty) {
    $('comments').setAttribute('aria-invalid', 'true');
    $('comments').focus();
    return;
  }
  const key = keyFor(answer);
  saveDraft();
  try {
    const { status, specificity } = await call('answer', { token, ...answer }, { headers: { 'Idempotency-Key': key } });
    dropDraft();
    const more = status === 'DETAIL_REQUESTED';
    done('Thank you', more
      ? 'Your feedback has been passed on. A candidate can do more with a little detail, so one short e-mail will follow and ask for just this:'
      : 'Your feedback has been passed on. It is more than most people ever hear after a rejection.',
    more ? (specificity?.missing ?? []).map((part) => MISSING[part] ?? part) : []);
  } catch (failure) {
    $('send-error').textContent = failure instanceof Failure ? failure.message : 'Something went wrong on this page. Your text is kept in this tab; please reload it.';
  }
}

// Declining is for good, and what was filled in goes with it: then it is asked about first.
const filled = () => $('comments').value.trim() !== '' || Object.keys(collect()).length > 1;

function ask(asked) {
  $('sure').hidden = !asked;
  $('decline-send').hidden = asked;
  if (asked) $('sure-question').focus();
}

async function decline() {
  const reason = $('reason').value.trim();
  $('decline-error').textContent = '';
  try {
    await call('decline', reason ? { token, reason } : { token });
    dropDraft();
    done('That is fine', 'You will not be asked again about this application.', []);
  } catch (failure) {
    $('decline-error').textContent = failure instanceof Failure ? failure.message : 'Something went wrong on this page. Please reload it.';
  }
}

function done(title, text, missing) {
  $('done-title').textContent = title;
  $('done-text').textContent = text;
  fill($('done-missing'), missing);
  token = '';
  history.replaceState(null, '', location.pathname);
  show('done');
}

// ---- events -------------------------------------------------------------------------------------

$('answer').addEventListener('submit', (event) => {
  event.preventDefault();
  once($('send'), send);
});
$('answer').addEventListener('input', () => {
  boundDecisive();
  saveDraft();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
$('decline-open').addEventListener('click', () => {
  const opened = $('decline').hidden;
  $('decline').hidden = !opened;
  $('decline-open').setAttribute('aria-expanded', String(opened));
  ask(false);
  if (opened) $('reason').focus();
});
$('decline').addEventListener('submit', (event) => {
  event.preventDefault();
  if (filled()) ask(true);
  else once($('decline-send'), decline);
});
$('sure-yes').addEventListener('click', () => once($('sure-yes'), decline));
$('sure-no').addEventListener('click', () => {
  ask(false);
  $('comments').focus();
});
$('code-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const found = tokenIn($('code').value);
  $('code-error').textContent = found ? '' : 'This is not a whole code. Copy it again from the e-mail, from the # sign to the end.';
  if (!found) return;
  if (location.hash === `#${found}`) open();
  else location.hash = found;
});
window.addEventListener('hashchange', () => {
  if (location.hash !== '#main') {
    open();
    return;
  }
  // The skip link takes the token's place in the address; it goes back, for a reload needs it.
  history.replaceState(null, '', token ? `#${token}` : location.pathname);
  $('main').focus();
});
// From here on the link opens itself; what was pasted while this was on its way is not lost.
const pasted = $('plain-code').value;
const typing = document.activeElement === $('plain-code');
$('code').value = pasted;
$('plain').remove();
open().then(() => {
  if ($('closed').hidden) return;
  if (pasted) $('code').value = pasted;
  if (typing) $('code').focus();
});
