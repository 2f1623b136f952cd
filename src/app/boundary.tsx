import { Component, type ComponentChildren, type JSX } from "preact";
import type { Words } from "../text/words.ts";

interface Props {
  readonly words: Words;
  readonly children: ComponentChildren;
}

/** Catches an error of the parts inside it, so that the rest of the page stays and the part can be shown again. */
export class Boundary extends Component<Props, { readonly failure: string | undefined }> {
  override state: { readonly failure: string | undefined } = { failure: undefined };

  static override getDerivedStateFromError(error: unknown): { readonly failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render(): JSX.Element {
    const { words, children } = this.props;
    if (this.state.failure === undefined) return <>{children}</>;
    return (
      <section class="notice notice-bad" role="alert">
        <h2>{words.failure.pageTitle}</h2>
        <p>{words.failure.page}</p>
        <details>
          <summary>{words.failure.details}</summary>
          <code lang="en">{this.state.failure}</code>
        </details>
        <button type="button" class="primary" onClick={() => this.setState({ failure: undefined })}>
          {words.failure.reload}
        </button>
      </section>
    );
  }
}
