using DisclosureBot.Slips;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Asking;

/// <summary>What a word of a question stands for.</summary>
internal enum Sense
{
    Where, WhoHolds, HowLong, WhoSigned, When, Did, Count, Waiting, Overdue, DueSoon, Due,
    Open, Closed, Returned, Drafted, Signed, Opinion, Untaken, Normative, MySection, Filler, Particle,
}

/// <summary>How a step of the way is asked about: not yet taken, next to be taken, taken, or whether it was.</summary>
internal enum StepAsk { Awaiting, NotYet, Taken, Whether }

/// <summary>
/// Every word that the grammar knows beside names and dates. To teach it another way of speaking, write the words into
/// their line here; the longest word that fits always goes first, so a longer one can take back what a shorter one means.
/// </summary>
internal static class Vocabulary
{
    /// <summary>Words that mean the same wherever they stand.</summary>
    public static readonly IReadOnlyList<(Sense Sense, string Words)> Phrases =
    [
        (Sense.Where, "到哪了 到哪里了 到哪儿了 到哪 到哪里 到哪儿 在哪 在哪里 在哪儿 走到哪 走到哪了 走到哪里了 走到哪一步 走到哪一步了 到哪一步 到哪一步了 到哪步了 哪一步了 什么进度 进度 进展 进展如何 什么进展 办理进度 办理情况 情况 什么情况 什么状态 状态 怎么样 怎么样了 咋样了 咋样 如何 如何了 办得怎么样了 办到哪了 办到哪 批到哪了 批到哪 审到哪了 审到哪 流转到哪 流转到哪了 卡在哪 卡在哪了 卡在哪里 卡哪了 卡哪儿了 停在哪 停在哪了 压在哪 哪去了 去哪了 哪里了 哪个环节 什么环节 到什么环节了 到哪个环节了 走完流程 走完了吗 走完没有 有消息吗 有结果吗 结果出来了吗 下落 处理了没有 处理了没 处理没有 处理了吗 处理好了吗 处理完没有 处理完了吗 办了没有 办了没 办了吗 回应了没有 回应了没 回应了吗 回应没有 还有多久 下一步 下一步是什么 什么时候能好 什么时候能批 什么时候能发 什么时候能批下来 批下来了吗 批下来没有 批下来没 下来了吗 下来没有 下来没 办好了吗 办好没有 办好没 好了吗 好了没 好了没有 好没 弄好了吗 弄好没有 通过了吗 通过了没有 通过没有 过了吗 过了没 完事没 完了吗 完了没 结了吗 什么时候到期 几号到期 哪天到期 什么时候截止 期限是哪天 期限到哪天 期限 没动静 没动静吗 还没动静 还没动静吗 有动静吗 有动静没有 没消息 还没消息 还没信 撤了 撤回了 撤回 挂网了吗 文号是多少 文号多少 是什么文号 搞得怎么样 搞得怎么样了 弄得怎么样 弄得怎么样了 催一下谁 该催谁 催谁 会签到哪了 会签到哪 会签到哪里了 会签完了吗 会签好了吗 会签了吗 会签没有 核实了没 核实了吗 核实没有 核实没 核了没 核了吗 核完没 核完了吗 有人管吗 有人管没有 有人接吗 有人接没有 有人办吗"),
        (Sense.WhoHolds, "谁的 谁压着 谁压 谁在压 谁拖着 谁卡着 被谁压着 被谁卡着 被谁卡住了 谁手里 谁手上 谁的手里 谁的手上 谁那里 谁那儿 谁那 谁哪里 谁哪儿 谁处 谁这 谁桌上 谁案头 谁在办 谁办 谁在处理 谁处理 谁负责 谁在跟 谁在管 谁在弄 谁接手 谁接手了 谁接的 谁还没签 谁没签 谁没签字 谁还没签字 谁还没批 谁没批 谁还没审 谁没审 谁还没办 谁没办 谁没动 还差谁 差谁 差谁签 缺谁 该谁 该谁了 该谁签 该谁签了 该谁批 该谁审 该谁办 该谁办了 轮到谁 轮到谁了 轮到谁签 轮到谁签了 轮到谁办 轮到谁办了 等谁 在等谁 等谁签 等谁批 等谁审 等谁办 卡在谁 卡在谁那 卡在谁那里 卡在谁手里 到谁了 到谁那了 到谁那里了 到谁那儿了 到谁手里了 谁签 谁审 谁批 谁在审 谁在看 谁来签 谁该签 下一个是谁 下一步是谁 下一步谁 哪个科室 哪个领导 压在谁 压在谁手里 压在谁那 谁 审到谁 审到谁了 批到谁 批到谁了 签到谁 签到谁了 走到谁 走到谁了 到谁那 谁接 谁接了 谁管 谁做 谁来做 谁来办 谁写 交给谁 交给谁了 交给谁办 交给谁写 交给谁写了 转给谁 转给谁了 转办给谁 转办给谁了 派给谁 派给谁了 会签到谁了 会签到谁 谁没会签 谁还没会签 谁没回复意见 谁还没回复意见 谁没回复 谁还没回复 谁没回意见 谁还没回意见 征求谁的意见 在征求谁的意见 征求意见到谁了"),
        (Sense.HowLong, "多久 多久了 有多久了 多长时间 多长时间了 几天了 几天 多少天 多少天了 压了几天 压了几天了 压了多久 压了多久了 放了几天 放了几天了 放了多久 停了多久 停了几天 等了多久 等了几天 等了几天了 卡了几天 卡了多久 什么时候送到 什么时候到的 最久 最久的 时间最长 压得最久 等得最久 拖得最久 拖得最多 拖最久 拖了多久 拖了几天 拖了几天了 停得最久 放得最久 待得最久"),
        (Sense.WhoSigned, "谁签的 谁签过 谁签了 谁签了字 谁批的 谁批准的 谁批了 谁审的 谁审了 谁审过 谁审核的 谁签发的 谁签发 谁同意的 谁同意了 谁盖的章 签发人 签发人是谁 哪些人签了 哪些人签过 有谁签了 都有谁签了 都谁签了 哪位领导签的 哪个领导签的 哪位领导签发的 审批人 谁起草的 谁拟的 谁写的 谁报的 谁报送的 拟稿人 拟稿人是谁 起草人 起草人是谁 谁上报的 签字情况 签批情况 签署情况 签批意见 审批意见 怎么批的 怎么签的 怎么审的 咋批的 怎么批示的"),
        (Sense.When, "什么时候签的 什么时候签 什么时候签了 何时签的 几号签的 哪天签的 几点签的 啥时候签的 什么时候批的 何时批的 哪天批的 什么时候审的 何时审的 哪天审的 什么时候签发的 何时签发的 哪天签发的 什么时候办的 何时办的 哪天办的 什么时候发布的 什么时候印的 什么时候移交的 什么时候归档的 什么时候提交的 什么时候起草的 什么时候报的 什么时候送的"),
        (Sense.Did, "办了什么 办了啥 办了哪些 办了些什么 办过什么 办过哪些 办了几件 办了多少 办了多少件 做了什么 做了哪些 做了些什么 干了什么 干了啥 干了些什么 处理了什么 处理了哪些 处理了几件 处理了多少 处理过什么 处理过哪些 签了什么 签了哪些 签了几件 签了多少 签了多少件 签过什么 签过哪些 批了什么 批了哪些 批了几件 批了多少件 审了什么 审了哪些 审了几件 审了多少件 经手了哪些 经手了什么 经手的 经手过的 办理了什么 办理了哪些 办理了几件 办的事 都办了什么"),
        (Sense.Count, "几件 几份 几个 多少件 多少份 多少个 有多少 多少 数量 总数 一共有 一共几件 总共几件 件数 几条 多少条"),
        (Sense.Waiting, "待办 待办理 待处理 待办事项 没办的 未办的 没处理 没处理的 未处理 要办 要办的 要处理 要处理的 该办 该办的 等着办 积压 积压的 压着的 压着 卡着的 卡住的 需要办 需要办的 拖着 拖着的 要办啥 要办什么 要干啥 要做啥 该做啥 该办啥 该干啥 该干什么 该做什么 要干什么 要做什么 卡着"),
        (Sense.Overdue, "超时未办 超时未办的 逾期未办 逾期未办的 逾期 逾期的 逾期了 逾期没有 逾期了没有 逾期了吗 已逾期 超期 超期的 超期了 超期未办 已超期 过期 过期的 过期了 超时 超时的 超时了 过了期限 过了时限 超过期限 超过时限 超了期 拖期 延期的 误期 耽误的 没按时 没有按时 未按时 没及时 未及时 没准时"),
        (Sense.DueSoon, "快到期 快到期的 快到期了 快要到期 快要到期的 即将到期 即将到期的 马上到期 马上到期的 马上要到期 马上就要到期 临期 临近到期 快逾期 快逾期的 快超期 快超期的 即将逾期 即将超期 要逾期 快过期 快过期的"),
        (Sense.Due, "到期 到期的 到期了 截止 截止的 期满 要到期 要到期的 要截止 必须办 必须办完 必须办完的 要办完 要办完的 之前要办 前要办"),
        (Sense.Open, "在办 在办的 正在办 正在办的 正在办理 办理中 办理中的 在流转 流转中 流转中的 没办结 没办结的 未办结 未办结的 还没办结 没办完 没办完的 还没办完 还没办完的 未办完 没完成 没完成的 未完成 未完成的 没完的 没结的 在途 进行中 还没完 没走完 没走完的 没回应 没回应的 未回应 走流程 在走流程 走流程的 在走流程的 在走 在走的 没处置 没处置的 未处置 待处置 没处置完 没处理完 没处理完的 在外面走 外面走 在跑 跑流程 在跑流程 在路上"),
        (Sense.Closed, "办结 办结的 已办结 已办结的 办结了 办结了的 办完的 已办完 办完了的 结束的 完成的 已完成 已完成的 已结束"),
        (Sense.Returned, "退回 退回的 被退 被退的 被退回 被退回的 退回来的 退回来 退了的 退件 打回 打回的 打回来的 被打回 被打回的 返回修改 退回修改 退回修改的 修改中 要修改的 待修改 待修改的 返工 要改的 退给 没通过的 没通过 未通过 退了 退给我 退我 退我的 退哪个 退哪些 退的 退回了 为什么退 被退的有"),
        (Sense.Drafted, "起草的 起草了 起草 草拟的 拟的 拟稿的 拟了 写的 写了 报的 报了 上报的 报送的 报上去的 发起的 提交的 提交了 交的 送审的 送的 送出的 弄的 新来 新来的 新报的 新报 新交的 新收的 交了啥 交了什么 交了哪些 交上来的 交上去的 报上来的 送上来的 送上去的 报了啥 报了什么 报了哪些"),
        (Sense.Signed, "签的 签过的 签过 签字的 签了的 批的 批过的 批了的 批准的 审的 审过的 审核的 签发的 签发过的 同意的"),
        (Sense.Opinion, "舆情 网络舆情 舆情件 舆情信息 政务舆情"),
        (Sense.Untaken, "没人接手 没人接手的 还没人接手 还没人接手的 没人接 没人接的 还没人接 还没人接的 没人管 没人管的 还没人管 没人办 没人办的 还没人办 还没人办的 无人接手 无人接手的"),
        (Sense.Normative, "规范性文件 规范性文件的 规范性"),
        (Sense.MySection, "我科 我们科 我们科室 我们科里 本科 本科室 我科室 咱科 咱们科 咱们科室 科里 科室里 我们处室 我们这边 我们办公室 我室"),
        (Sense.Filler, "请问一下 请问 请教 麻烦 麻烦你 麻烦您 帮我 帮忙 帮我查 帮我查一下 帮我查下 帮我看看 帮我看 帮我看下 帮我看一下 帮我找 帮我找找 帮我问 帮我问问 帮看 看看 看一看 看一下 看下 查查 查一查 查一下 查下 问一下 问下 问问 找一下 找找 一下 想知道 想问 想问问 想问一下 想看看 想查 我想知道 我想问 我想问问 我想问一下 我想看看 我想看 我想查 我想查一下 我要看 我要查 给我 列一下 列出 列个 告诉我 说说 说一下 现在 目前 当前 眼下 到底 究竟 最近 近期 还 都 又 呢 吗 啊 吧 呀 哦 嘛 么 啦 哈 了 是 有 是不是 有没有 有吗 有哪些 哪些 哪几件 哪几个 有什么 什么 哪件 哪份 哪个 哪一件 哪一份 哪一个 哪张 那个 那份 那件 那张 那篇 这个 这份 这件 这张 这篇 个 份 件 张 文件 文件里 公文 材料 处理签 签子 单子 审批单 审批签 稿子 东西 事项 事情 事 关于 有关 一份 一件 一个 全部 所有 全局 全局的 局里 局里的 整个 属于 属性 属性是 属性为 的文 你好 您好 大家 各位 我州 我局 我省 全州 目录里 清单 列表 名单 哪里 哪儿 能 能不能 可以 可不可以 告知 谢谢 小助手 机器人 一共 总共 里 中 请 您 你 在 到 给 把 找 催 要 需要 应该 该 就 会 被 和 与 还有 另外 还在 已经 已 没有 没 各科室 各科 各个科室 每个科室 那条 这条 哪条 条 为什么 为啥 干嘛 干吗 怎么还 咋还 怎么 咋 上次 上回 之前 刚收的 刚才 刚刚 卡在 压在 停在 还压在 还卡在 发我看看 发我看 发我 发给我 拿来 拿给我 拿来看看 新的 了吧"),
    ];

    /// <summary>公开属性 as people call it.</summary>
    public static readonly IReadOnlyList<(DisclosureAttribute Value, string Words)> Attributes =
    [
        (DisclosureAttribute.NotDisclosed, "不公开 不公开的 不予公开 不予公开的 此件不公开 不能公开 不能公开的 不对外公开 非公开"),
        (DisclosureAttribute.OnRequest, "依申请 依申请的 依申请公开 依申请公开的 申请公开 此件依申请公开 依申请公开件"),
        (DisclosureAttribute.Redacted, "删减 删减后 删减的 删减公开 删减公开的 删减后公开 删减后公开的 部分公开 此件删减后公开 删减版"),
        (DisclosureAttribute.Public, "主动公开 主动公开的 公开发布的 公开的 全文公开 此件公开发布 可以公开的 能公开的 属于公开"),
    ];

    /// <summary>The steps of the way, each with how people name it; a word of one character counts only beside one of the words below.</summary>
    public static readonly IReadOnlyList<(string Place, string Words)> Steps =
    [
        (Review, "审 批 审批 审核 签 签字 签批 会审 审签 批准 审完 批完 签完"),
        (SlipPlace.Of(Stage.SectionHead), "初审 科室初审 科长审 科长签 科长批 科室审核 科室负责人签 科室负责人审"),
        (SlipPlace.Of(Stage.GeneralOffice), "二审 办公室二审 办公室审 办公室审核 办公室签 办公室批"),
        (SlipPlace.Of(Stage.Leader), "签发 局领导签 局领导签发 领导签 领导批 领导签字 领导签发 领导审 领导审批 局长签 局长批 局长签字 局长签发"),
        (SlipPlace.Of(OpenStep.Print), "印 印制 打印 印刷 印出来 印发"),
        (SlipPlace.Of(OpenStep.Register), "登记 编号 编文号 编发文号 取号 给号 文号 发文字号"),
        (SlipPlace.Of(OpenStep.Seal), "用印 盖章 盖 盖印 敲章"),
        (SlipPlace.Of(OpenStep.Issue), "发文 发 发出 发出去 下发 寄出"),
        (SlipPlace.Of(OpenStep.HandOver), "移交 交接 交 给运行科 给商务运行科 按时移交 移交运行科 移交商务运行科 交给运行科 交运行科"),
        (SlipPlace.Of(OpenStep.Receive), "签收 接收 收件 收 收到"),
        (SlipPlace.Of(OpenStep.ReviewSecrecy), "保密审查 保密审 审保密 过保密 脱密审查"),
        (SlipPlace.Of(OpenStep.Publish), "发布 公开发布 上网 挂网 公布 上网站 对外发布 公开"),
        (SlipPlace.Of(OpenStep.Catalogue), "列入目录 目录弄 弄目录 列目录 进目录 列入依申请公开目录"),
        (SlipPlace.Of(OpenStep.TakeDown), "撤下 下架 撤网"),
        (SlipPlace.Of(OpenStep.ReleaseInterpretation), "解读 解读做 解读写 政策解读 发布解读 发解读 做解读 写解读"),
        (SlipPlace.Of(OpenStep.PublishFeedback), "反馈采纳情况 意见反馈 采纳情况反馈 反馈意见采纳情况"),
        (SlipPlace.Archived, "归档 存档 入档 封存"),
        (SlipPlace.Declined, "不予签发 否决"),
    ];

    /// <summary>Stands for the three desks of the review together.</summary>
    public const string Review = "review";

    /// <summary>Before the step.</summary>
    public const string NotYet = "没 未 没有 还没 还没有 尚未 还未 未曾 没有经过 没经 差 还差 没做 没给 没有给 没去 还没去 没拿去 还没拿去";
    public const string Awaiting = "待 等 等待 要 等着 在等 需要 该 等候 正在 在 待办 能去 可以去 要去 该去 能拿去 可以拿去";
    public const string Already = "已 已经 都已";

    /// <summary>After the step.</summary>
    public const string Taken = "了哪些 了哪些文 了哪几件 了几件 了几份 了多少件 完的 过的 好的 了的 完了的 完 完成的";
    public const string Whether = "了吗 了没 了没有 没有 没 完没有 完没 完了吗 完了没 完了没有 完了 好了吗 好没有 好没 好了没 了么 了 过了吗 过没有 过没 出去了吗 出去没有 出来了吗 出来没有 吗 完了么 完吗 不";

    /// <summary>Asked of a step that is still to come: each word of the first before each of the second, with or without one of the third between.</summary>
    public const string Whenever = "什么时候 啥时候 何时 几号 哪天 几时";
    public const string Coming = "发 签 批 审 印 办 出 发布 移交 盖章 印制 用印 签发 归档 上网 挂网 公开 发出来 发出去 印出来 批下来 签下来 办完 办好 签完 审完 批完 出来 下来 到期 截止 到时间 到点";
    public const string May = "能 可以 才能 要 会 才";

    /// <summary>Asked of what is past: each word of <see cref="Whenever"/> before each of these.</summary>
    public const string Gone = "签的 批的 审的 签发的 办的 发的 发布的 印的 盖的 移交的 归档的 提交的 交的 起草的 报的 送的 退的 退回的 撤的 撤回的";

    /// <summary>走到哪儿啦: what moves, how it got there, which place, and how the question ends.</summary>
    public const string Moving = "走 办 批 审 签 流转 转 跑 进行 处理 卡 停 压";
    public const string Reaching = "到 在";
    public const string WhichPlace = "哪 哪里 哪儿 哪一步 哪步 哪个环节 哪一环 什么环节 什么地方 啥地方 哪一关";
    public const string Ending = "了 啦 呢 呀";

    /// <summary>The desks of the review as they are called without a name.</summary>
    public static readonly IReadOnlyList<(string Place, string Words)> Seats =
    [
        (SlipPlace.Of(Stage.SectionHead), "科长 科室负责人 科室领导"),
        (SlipPlace.Of(Stage.GeneralOffice), "办公室 局办公室"),
        (SlipPlace.Of(Stage.Leader), "领导 局领导 局长"),
    ];

    /// <summary>卡在领导那: what stands before such a desk, and what may stand behind it.</summary>
    public const string LyingAt = "在 还在 卡在 压在 停在 放在 还卡在 还压在 还停在";
    public const string LyingThere = "那 那里 那儿 那边 手里 手上 手头 桌上";

    /// <summary>Right before a name: it lies there.</summary>
    public const string BeforeHolder = "等 等着 在等 待 要 需要 该 轮到 到 卡在 压在 停在 在 放在 留在 送到 送给 找 催 只等 还等";

    /// <summary>Right after a name: it lies there.</summary>
    public const string AfterHolder = "手里 手里的 手上 手上的 手头 手头的 那里 那里的 那儿 那儿的 那边 那 这里 这里的 这儿 这边 这 处 案头 桌上 提意见 提意见的 回意见 回意见的 回复意见 回复意见的 看的 要看的 要签 要签的 要批 要批的 要审 要审的 要办 要办的 要处理 要处理的 该签 该签的 该办 该办的 该批 该审 没签 没签的 没批 没批的 没审 没审的 没办 没办的 没处理 没处理的 还没签 还没签的 还没批 还没批的 还没审 还没审的 还没办 还没办的 未签 未批 未办 未审 待签 待签的 待批 待批的 待审 待审的 待办 待办的 待处理 签 批 审 办 处理 签字 审核 审批 签批 办理 压着 压着的 拖着 拖着的 卡着 卡着的 正在办 正在办的 在办 在办的 在处理 在处理的 正在处理 负责 负责的 接手 接手的 积压";

    /// <summary>Nothing is asked: what it is, and what is answered.</summary>
    public static readonly IReadOnlyList<(string Words, string Reply)> Talk =
    [
        ("你好 您好 你好啊 您好啊 嗨 哈喽 hello hi 早 早上好 早啊 上午好 中午好 下午好 晚上好 在吗 在不在 有人吗 大家好 你是谁 你是什么 新年好 周末愉快 节日快乐", "您好,我可以告诉您文件和舆情到哪了、在谁手里、何时到期。"),
        ("谢谢 谢谢你 谢谢您 多谢 感谢 非常感谢 辛苦了 辛苦 辛苦啦 谢了 谢谢啦 太好了 真好 不错 厉害 好用 赞 点赞", "不客气。需要时再问我。"),
        ("好 好的 好吧 收到 明白 明白了 知道了 知道 了解 了解了 嗯 嗯嗯 哦 哦哦 ok okay 行 可以 没事 没事了 不用了 是 是的 对 对的 哈哈 哈哈哈 呵呵 嘿嘿 测试 test 1 111", "好的。需要查文件或舆情时,随时写给我。"),
        ("再见 拜拜 下班了 明天见 回头见 晚安 bye 先这样", "再见。"),
        ("对不起 不好意思 抱歉 打错了 发错了 没什么", "没关系。"),
    ];

    /// <summary>文种 and what else stands at the end of a title: looked for apart from what stands before it.</summary>
    public const string Genres = "通知 通报 报告 请示 函 意见 决定 决议 公告 通告 公报 批复 纪要 命令 议案 方案 办法 细则 规定 规划 计划 清单 预案 措施 总结 要点 指南 复函 实施细则 管理办法 实施意见 实施方案 会议纪要";
}
