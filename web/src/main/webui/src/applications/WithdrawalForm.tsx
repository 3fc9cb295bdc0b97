import { applications, body } from '../api/client';
import { LastWords } from '../parts/LastWords';
import type { DeedProps } from './Deeds';

/** Asks before an application is withdrawn, since that is final. */
export function WithdrawalForm({ application: { id }, done, cancel }: DeedProps) {
  return (
    <LastWords
      keptAs={`withdrawal-${id}`}
      question="This cannot be taken back: nothing more is recorded for a withdrawn application, apart from corrections and your reflection. It tells nobody; write to the company yourself."
      field="Why, for yourself"
      fieldName="reason"
      longest={4000}
      label="Withdraw for good"
      stay="Keep the application"
      color="red"
      send={async (reason) =>
        body(await applications.POST('/api/v1/applications/{id}/withdrawal', { params: { path: { id } }, body: reason === '' ? {} : { reason } }))
      }
      changes={[['applications'], ['feedback'], ['insights']]}
      done="The application is withdrawn."
      onDone={done}
      cancel={cancel}
    />
  );
}
