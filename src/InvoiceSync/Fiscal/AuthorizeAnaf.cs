using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Starts the browser authorisation with the qualified certificate: where to send the browser. The state lives ten minutes.</summary>
[Requires("settings.manage")]
public sealed record AuthorizeAnaf(Uri Redirect) : ICommand<Uri>;

/// <summary>Ends it: exchanges the code (valid 60 s) for tokens and keeps them encrypted. Refused when the state is not ours.</summary>
[Requires("settings.manage")]
public sealed record CompleteAnafAuthorization(string State, string Code, Uri Redirect) : IProcess<Done>;

/// <summary>Calls ANAF with the kept token and says what works, what does not, and what to do.</summary>
[Requires("settings.manage")]
public sealed record TestAnaf : IProcess<ConnectionReport>;
