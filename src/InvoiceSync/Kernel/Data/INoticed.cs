namespace InvoiceSync.Kernel.Data;

/// <summary>A row whose changes open screens want to hear of. The topic is its kind, like "sale".</summary>
public interface INoticed
{
    string NoticeTopic { get; }

    Guid NoticeId { get; }
}
