using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>How a person is named as the actor of what they do: usr_….</summary>
static class Person
{
    public static UserId Of(Caller caller) =>
        Ids.TryParse<UserId>(caller.Actor, out var id) ? id : throw new RuleBrokenException(AccessErrors.NotAPerson);
}
