using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Changes the caller's own password (12 to 128 characters) and ends the caller's other sessions.</summary>
[Requires("self")]
public sealed record ChangePassword(string Current, string New) : ICommand<Done>;
