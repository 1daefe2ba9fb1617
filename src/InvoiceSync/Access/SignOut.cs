using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Ends the session with this token at once, on every open screen.</summary>
[Anonymous]
public sealed record SignOut(string Token) : ICommand<Done>;
