namespace InvoiceSync.Kernel.Dispatch;

/// <summary>Keeps who was refused what for want of a permission. It writes in a transaction of its own: what was refused has none.</summary>
public interface IRefusalLog
{
    /// <summary>What was asked is a message's action or a page's address; about is the message, for the row it names.</summary>
    Task Note(Caller caller, string asked, string permission, object? about = null);
}
