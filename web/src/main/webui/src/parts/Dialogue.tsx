import { Portal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './Dialogue.module.css';
import { later, prepareWhenIdle, useLater } from './later';
import { NotLoaded } from './NotLoaded';

const modal = later(() => import('./LoadedDialogue').then((file) => file.default));

/**
 * A dialogue over the page. What it takes to show one comes after the page, so that it is there also for whoever loses the
 * connection in between.
 */
export function Dialogue(props: ModalProps) {
  const { opened, onClose } = props;
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) {
    setWanted(true);
  }
  const { Part, failed, trying, again } = useLater(modal, opened);
  useEffect(() => prepareWhenIdle(modal), []);

  if (wanted && Part !== undefined) {
    return <Part {...props} />;
  }
  return opened && failed ? (
    <Portal>
      <div className={classes.corner}>
        <NotLoaded trying={trying} again={again} leave={onClose} />
      </div>
    </Portal>
  ) : null;
}
