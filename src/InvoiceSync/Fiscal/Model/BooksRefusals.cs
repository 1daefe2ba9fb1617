using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What a provider's books answered, for a person who asked and waits.</summary>
static class BooksRefusals
{
    /// <summary>The value; or refused with why there is none. Title is the provider's name.</summary>
    public static T Value<T>(this BooksAnswer<T> answer, string title) => answer switch
    {
        BooksAnswer<T>.Found(var value) => value,
        BooksAnswer<T>.Denied(var why) => throw new RuleBrokenException(SmartBillErrors.Denied(why)),
        BooksAnswer<T>.Refused(var text) => throw new RuleBrokenException(SmartBillErrors.Denied(text)),
        BooksAnswer<T>.Unavailable(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
        _ => throw new RuleBrokenException(Enough(title)),
    };

    /// <summary>Why a change was not made, or may not have been.</summary>
    public static Error Refusal(this BooksChange change, string title) => change switch
    {
        BooksChange.Refused(var text) => BooksErrors.Refused(text),
        BooksChange.Denied(var why) => SmartBillErrors.Denied(why),
        BooksChange.InDoubt(var why) => SmartBillErrors.Away(why),
        BooksChange.NotSent(var why) => SmartBillErrors.Away(why),
        _ => Enough(title),
    };

    static Error Enough(string title) => SmartBillErrors.Away($"{title} has had enough calls for now.");
}
