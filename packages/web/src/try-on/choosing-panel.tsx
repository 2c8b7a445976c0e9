import { Shirt, UserRound } from 'lucide-react';
import { PRIMARY_BUTTON } from '../page/button-styles.ts';
import { PanelHeading } from '../page/panel-heading.tsx';
import type { Photo } from './photo.ts';
import { PhotoField } from './photo-field.tsx';
import { SamplePicker } from './sample-picker.tsx';
import { SAMPLE_GARMENTS, SAMPLE_PEOPLE } from './samples.ts';

export interface ChoosingPanelProps {
  readonly person: Photo | null;
  readonly garment: Photo | null;
  readonly onPerson: (photo: Photo) => void;
  readonly onGarment: (photo: Photo) => void;
  readonly onStart: () => void;
}

/** Where both photos are chosen. */
export function ChoosingPanel(props: ChoosingPanelProps) {
  const { person, garment, onPerson, onGarment, onStart } = props;
  return (
    <form
      className="flex flex-col gap-5 sm:gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <PanelHeading>See it on before you wear it</PanelHeading>
      <div className="grid grid-cols-2 gap-x-4 sm:gap-x-8">
        <PhotoField
          title="You"
          hint="Facing the camera, from head to hips."
          icon={UserRound}
          photo={person}
          onChange={onPerson}
          camera="user"
        >
          <SamplePicker
            label="Or borrow one of these"
            samples={SAMPLE_PEOPLE}
            chosen={person?.name}
            onPick={onPerson}
          />
        </PhotoField>
        <PhotoField
          title="The garment"
          hint="A top, a dress, trousers or a skirt, laid flat."
          icon={Shirt}
          photo={garment}
          onChange={onGarment}
          camera="environment"
        >
          <SamplePicker
            label="Or borrow one of these"
            samples={SAMPLE_GARMENTS}
            chosen={garment?.name}
            onPick={onGarment}
          />
        </PhotoField>
      </div>
      <button
        type="submit"
        disabled={person === null || garment === null}
        className={`${PRIMARY_BUTTON} w-full text-lg sm:w-auto sm:min-w-64 sm:self-center`}
      >
        {callToAction(person, garment)}
      </button>
    </form>
  );
}

function callToAction(person: Photo | null, garment: Photo | null): string {
  if (person === null && garment === null) return 'Choose two photos';
  if (person === null) return 'Now a photo of you';
  if (garment === null) return 'Now a garment';
  return 'Try it on';
}
