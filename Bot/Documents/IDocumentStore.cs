namespace DisclosureBot.Documents;

/// <summary>What a container is for; each is a container (or directory) of its own.</summary>
public enum DocumentPlace
{
    /// <summary>Files of slips.</summary>
    Documents,

    /// <summary>Files sent in chat that nobody has put on a slip yet.</summary>
    Arrivals,

    /// <summary>Sealed archive packages.</summary>
    Archive,
}

/// <summary>A file as the store holds it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record StoredDocument(string Id, string Name, string ContentType, long Size, string Sha256, string Owner);

/// <summary>Where files are kept: Azure Blob Storage, or a directory where none is configured. Both ways stream.</summary>
public interface IDocumentStore
{
    /// <summary>Stores whole or not at all; an id is written once.</summary>
    /// <param name="document">Its size and hash are checked against what arrives.</param>
    /// <exception cref="DocumentStoreException">The store is away, or what arrived is not what was announced.</exception>
    Task Put(DocumentPlace place, StoredDocument document, Stream content, CancellationToken stop);

    /// <summary>What is known of a file without reading it; null where there is none.</summary>
    Task<StoredDocument?> Find(DocumentPlace place, string id, CancellationToken stop);

    /// <summary>Opens for reading; the caller disposes. Null where there is none.</summary>
    Task<Stream?> Open(DocumentPlace place, string id, CancellationToken stop);

    Task Delete(DocumentPlace place, string id, CancellationToken stop);
}

/// <summary>The store could not do it; the sentence is for the log, people are told to try again.</summary>
public sealed class DocumentStoreException(string message, Exception? inner = null) : Exception(message, inner);
