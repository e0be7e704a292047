/** A block of the programme: the heading rule, its name at the left, a remark at the right. */
import type { ReactNode } from 'react';
import './Section.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly size?: 'normal' | 'large';
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Section({ title, aside = null, size = 'normal', className = '', children }: SectionProps) {
  return (
    <section className={`section section-${size} ${className}`}>
      <div className="section-head">
        <h2>{title}</h2>
        {aside === null ? null : <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
