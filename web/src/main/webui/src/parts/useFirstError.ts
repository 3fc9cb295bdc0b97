import { useEffect, useRef } from 'react';

/**
 * Brings whoever sent a form to the first field that is not right.
 *
 * @param errors what is wrong, by field: another object whenever the form was looked at again
 */
export function useFirstError<E extends HTMLElement = HTMLFormElement>(errors: Record<string, string>) {
  const form = useRef<E>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [errors]);
  return form;
}
