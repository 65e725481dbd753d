import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { ScrollArea } from './scroll-area.tsx';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  /** The table's accessible name. */
  label: string;
  columns: Column<T>[];
  rows: T[];
  /** The key of a row; default: its index. */
  rowKey?: (row: T) => string;
  /** A sentence for an empty table. */
  empty: string;
}

/** A table of the platform's data; the first column names the row. */
export function DataTable<T>({ label, columns, rows, rowKey, empty }: DataTableProps<T>) {
  return (
    <ScrollArea label={`${label}, scrollable`}>
      <Table aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(({ title }) => (
              <TableCell key={title}>{title}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.length === 0 && (
            <TableRow>
              <TableCell colSpan={columns.length} sx={{ border: 0, py: 5, textAlign: 'center' }}>
                <Typography color="textSecondary">{empty}</Typography>
              </TableCell>
            </TableRow>
          )}
          {rows.map((row, index) => (
            <TableRow key={rowKey?.(row) ?? index} hover sx={{ '&:last-child > *': { border: 0 } }}>
              {columns.map(({ title, cell }, place) =>
                place === 0 ? (
                  <TableCell key={title} component="th" scope="row">
                    {cell(row)}
                  </TableCell>
                ) : (
                  <TableCell key={title}>{cell(row)}</TableCell>
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollArea>
  );
}
