import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';

const usual = ['admin', 'user', 'viewer'];

/** The roles of a user: the three of every platform, and others that the user already has. */
export function RolesField({ held }: { held: string[] }) {
  return (
    <FormControl component="fieldset" variant="standard">
      <FormLabel component="legend">Roles</FormLabel>
      <FormGroup row>
        {[...new Set([...usual, ...held])].map((role) => (
          <FormControlLabel
            key={role}
            label={role}
            control={<Checkbox name="roles" value={role} defaultChecked={held.includes(role)} />}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}

/** The roles ticked in a form. */
export function rolesIn(form: FormData): string[] {
  return form.getAll('roles').filter((role) => typeof role === 'string');
}
