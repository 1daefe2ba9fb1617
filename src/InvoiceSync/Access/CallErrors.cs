using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>What somebody is told who repeats a call under an idempotency key.</summary>
public static class CallErrors
{
    public static readonly Error Reused = Error.Conflict("idempotency_key.reused", "This Idempotency-Key was sent with another request. A new request needs a new key.");
    public static readonly Error AnswerLost = Error.Conflict("idempotency_key.answer_lost", "This was carried out, but its answer was lost. Look at what there is before you ask again with a new Idempotency-Key.");
    public static readonly Error TakenOver = Error.Conflict("idempotency_key.taken_over", "This took so long that a repetition of the request took it over. Ask again with the same Idempotency-Key.");
}
