import { Modal, type ModalProps } from '@mantine/core';

/** The part of `Dialogue` that is loaded later. */
export default function LoadedDialogue(props: ModalProps) {
  return <Modal {...props} />;
}
