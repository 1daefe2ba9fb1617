namespace InvoiceSync.Kernel;

/// <summary>Why something was refused. Kinds map one to one to HTTP: 400, 422, 404, 403, 409, 503.</summary>
public enum ErrorKind
{
    Invalid,
    Refused,
    NotFound,
    Forbidden,
    Conflict,
    Unavailable,
}

/// <summary>A refusal. The code (noun.past_or_adjective) is public and never renamed; the message says what to do.</summary>
public sealed record Error(string Code, string Message, ErrorKind Kind)
{
    /// <summary>The input field the refusal points at, when there is one.</summary>
    public string? Field { get; init; }

    public static Error Invalid(string code, string message, string? field = null) => new(code, message, ErrorKind.Invalid) { Field = field };

    public static Error Refused(string code, string message) => new(code, message, ErrorKind.Refused);

    public static Error NotFound(string code, string message) => new(code, message, ErrorKind.NotFound);

    public static Error Forbidden(string code, string message) => new(code, message, ErrorKind.Forbidden);

    public static Error Conflict(string code, string message) => new(code, message, ErrorKind.Conflict);

    public static Error Unavailable(string code, string message) => new(code, message, ErrorKind.Unavailable);
}
