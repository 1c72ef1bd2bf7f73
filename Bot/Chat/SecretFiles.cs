using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>Takes away what a person sent in chat once they say that the matter is classified: whatever waits to be put on a slip may belong to it (B-3).</summary>
public sealed class SecretFiles(CaseJournal journal, IDocumentStore store, ILogger<SecretFiles> log)
{
    /// <returns>The refusal's sentence, with what became of the files.</returns>
    public async Task<string> Discard(Person person, string sentence)
    {
        var open = await journal.OpenArrivals(person.Id, CancellationToken.None);
        try
        {
            foreach (var arrival in open)
            {
                // First the memory: a file that is still on its way must not be kept when it comes.
                await journal.SettleArrival(arrival.Id, CancellationToken.None);
                await store.Delete(DocumentPlace.Arrivals, arrival.Id, CancellationToken.None);
            }
            return open.Count == 0 ? sentence : string.Create(CultureInfo.InvariantCulture, $"{sentence}您此前发来、尚未存入处理签的{open.Count}个文件已一并删除。");
        }
        catch (DocumentStoreException fault)
        {
            log.NotSettled(fault.GetType().Name, fault.StackTrace);
            return sentence + "您此前发来、尚未存入处理签的文件暂时没有删除成功,请立即联系管理员清除。";
        }
    }
}
