namespace InvoiceSync.Web.Resources;

/// <summary>Names the refusals in other languages, by code. English has none: there the error's own message speaks.</summary>
public sealed class Errors;
