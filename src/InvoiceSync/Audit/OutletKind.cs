namespace InvoiceSync.Audit;

/// <summary>How the log system at the other end wants to be spoken to.</summary>
public enum OutletKind
{
    /// <summary>HTTP Event Collector.</summary>
    Splunk,

    /// <summary>The _bulk API of Elasticsearch and OpenSearch.</summary>
    Elastic,

    /// <summary>The logs intake, version 2.</summary>
    Datadog,
}
